import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, language, name, record, tag, titles, values } from '../shapes.ts'

const ofRegister = z.object({ register: name })
const ofRecord = z.object({ register: name, id })

export const listRecords = endpoint({
  method: 'GET',
  path: '/api/registers/:register/records',
  summary: 'Records that you may see, filtered and ordered; `next` leads to the following page.',
  params: ofRegister,
  query: z.object({
    /** A filter as JSON, as in a pack: {"grade":"major"}. */
    filter: z.string().max(10_000).optional(),
    /** Words to be found in the searchable fields. */
    search: z.string().max(100).optional(),
    /** Field names with commas between, `-` before one for descending. */
    order: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
    after: z.string().max(2_000).optional(),
    language,
  }),
  answer: z.object({
    records: z.array(record),
    titles,
    /** How many there are in all. */
    total: z.int(),
    next: z.string().nullable(),
    /** Acts that make a record here and are open to you. */
    may: z.array(z.string()),
  }),
})

export const readRecord = endpoint({
  method: 'GET',
  path: '/api/registers/:register/records/:id',
  summary: 'One record, the titles of what it names, and the acts open to you on it.',
  params: ofRecord,
  query: z.object({ language }),
  answer: record.extend({
    tags: z.array(tag).optional(),
    titles,
    may: z.array(z.string()),
    /** The record into which this one was merged. */
    mergedInto: id.nullable(),
  }),
})

const event = z.object({
  version: z.int(),
  act: z.string(),
  at: z.iso.datetime(),
  day,
  by: z.object({ account: id, name: z.string() }),
  reason: z.string().nullable(),
  /** The organ for which it was typed, and the file that says so. */
  onBehalfOf: z.object({ organ: id, paper: id }).nullable(),
  /** The record whose act this one followed from; null for an act that was asked for. */
  cause: z.object({ register: name, id }).nullable(),
  before: values,
  after: values,
  /** What things were called when it was written, by the keys of the words of now; only where it was otherwise. */
  words: z.record(z.string(), z.string()),
})

export const readHistory = endpoint({
  method: 'GET',
  path: '/api/registers/:register/records/:id/history',
  summary: 'Everything that happened to a record, oldest first.',
  params: ofRecord,
  query: z.object({ language }),
  answer: z.object({ events: z.array(event), titles }),
})

export const performAct = endpoint({
  method: 'POST',
  path: '/api/acts',
  summary:
    'Do an act: make, change or correct a record. Send an Idempotency-Key header, and a repeated request does its work once.',
  body: z.object({
    register: name,
    act: name,
    /** Made by the caller (UUIDv7), also for a record that does not exist yet. */
    id,
    /** The version that the caller saw; 0 for a new record. */
    version: z.int().min(0),
    values: values.default({}),
    day: day.optional(),
    reason: z.string().max(2_000).optional(),
    /** The campaigns that a new record belongs to, or that are added or taken away. */
    tags: z.array(id).min(1).max(50).optional(),
    /** Typed for another organ, with the id of the file that is its paper. */
    onBehalfOf: z.object({ organ: id, paper: id }).optional(),
  }),
  answer: record.extend({ may: z.array(z.string()) }),
})

/** As many acts as one request may carry. */
const mostActs = 200

export const performActs = endpoint({
  method: 'POST',
  path: '/api/acts/bulk',
  summary: `Do up to ${mostActs} acts one after the other: all of them, or none. A problem names its act: requests.3.foundOn.`,
  body: z.object({ requests: z.array(performAct.body).min(1).max(mostActs) }),
  answer: z.object({ records: z.array(performAct.answer) }),
})

export const uploadFile = endpoint({
  method: 'POST',
  path: '/api/files',
  summary: 'Hand in a file as the body of the request; what it is, is read from its content.',
  query: z.object({
    name: z.string().min(1).max(200),
    /** As JSON, what you say of it: {"source":"camera","capturedAt":…,"capturedPlace":…,"place":…,"takenBy":…}. */
    stated: z.string().max(4_000).optional(),
  }),
  media: 'application/octet-stream',
  answer: z.object({ id, name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() }),
})

export const readFile = endpoint({
  method: 'GET',
  path: '/api/files/:id',
  summary: 'The content of a file that you may see.',
  params: z.object({ id }),
  media: 'application/octet-stream',
})
