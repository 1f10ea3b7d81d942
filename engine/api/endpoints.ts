import { z } from 'zod'
import { standings } from '../calendar/index.ts'
import type { Pack, PackSource } from '../pack/index.ts'
import { endpoint } from './endpoint.ts'
import {
  asked,
  askedDays,
  day,
  document,
  figure,
  footing,
  id,
  language,
  name,
  node,
  period,
  record,
  tag,
  titles,
  values,
} from './shapes.ts'

const person = z.object({
  account: id,
  name: z.string(),
  userName: z.string(),
  roles: z.array(z.string()),
  organ: z.object({ id, name: z.string() }),
  /** The password is a one-time password: until it is changed nothing else is open. */
  passwordExpired: z.boolean(),
  district: z.object({ id: z.string(), name: z.string() }),
  /** The day it is here; a demonstration has a day of its own, and says so. */
  today: day,
  demonstration: z.boolean(),
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with user name and password; the session is a cookie.',
  open: true,
  body: z.object({ userName: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
  answer: person,
})

export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, and what day it is here.',
  whileExpired: true,
  answer: person,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'End this session.',
  answer: z.object({}),
})

export const readPack = endpoint({
  method: 'GET',
  path: '/api/pack',
  summary: 'Registers, lives, indicators and words, as this installation has them.',
  answer: z.custom<Pack>(),
})

const packChange = {
  query: z.object({ language }),
  /** The packs as they are written, each after those it builds on. */
  body: z.object({ packs: z.array(z.custom<PackSource>()).min(1).max(20) }),
  answer: z.object({
    /** The version that holds, and that of these packs. */
    from: z.string().nullable(),
    to: z.string(),
    /** What has to be done, in words. */
    steps: z.array(z.object({ do: z.string(), text: z.string() })),
    /** What stands against it, in words: all of it, with how many records it concerns. */
    refusals: z.array(z.object({ why: z.string(), records: z.int(), text: z.string() })),
    applied: z.boolean(),
  }),
}

export const planPack = endpoint({
  method: 'POST',
  path: '/api/pack/plan',
  summary: 'What these packs would change, and what stands against it. Changes nothing. For administrators.',
  ...packChange,
})

export const applyPack = endpoint({
  method: 'POST',
  path: '/api/pack/apply',
  summary:
    'Put these packs in the place of those that hold, all or nothing, while the house goes on working. For administrators.',
  ...packChange,
})

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

export const listFigures = endpoint({
  method: 'GET',
  path: '/api/figures',
  summary: 'Every figure of the pack over a period, as of a day.',
  query: asked,
  answer: z.object({
    period,
    asOf: day,
    node: node.optional(),
    scope: id.optional(),
    figures: z.array(figure),
  }),
})

export const readFigure = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator',
  summary:
    'One figure with its definition in words and its footing: what the listed records come to, for each figure that it is made of.',
  params: z.object({ indicator: name }),
  query: asked,
  answer: z.object({ figure, definition: z.string(), footing: z.array(footing), titles }),
})

export const listFootings = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator/records',
  summary:
    'The records that make a figure, with what each contributes. A figure made of others is asked by its parts, each over its own days.',
  params: z.object({ indicator: name }),
  query: asked.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2_000).optional(),
  }),
  answer: z.object({
    register: z.string(),
    /** `row` tells which row of the record, from 0, where rows are counted. */
    records: z.array(
      record.extend({
        row: z.int().nullable(),
        amount: z.string().nullable(),
        unit: z.string().nullable(),
      }),
    ),
    titles,
    total: z.int(),
    next: z.string().nullable(),
  }),
})

export const breakDown = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator/parts',
  summary:
    'A figure by those right below its node, or by those at the top of a tree: what stands at none of them is a part without a node.',
  params: z.object({ indicator: name }),
  query: asked.extend({
    /** The tree that leads it apart when no node is named. */
    tree: name.default('organ'),
  }),
  answer: z.object({
    figure,
    parts: z.array(z.object({ node: id.nullable(), title: z.string().nullable(), figure })),
  }),
})

export const readReport = endpoint({
  method: 'GET',
  path: '/api/reports/:report',
  summary: 'A report over a period as a document tree, every figure with its source.',
  params: z.object({ report: name }),
  query: askedDays,
  answer: z.object({ period, asOf: day, document }),
})

export const downloadReport = endpoint({
  method: 'GET',
  path: '/api/reports/:report/docx',
  summary: 'The same report as .docx, laid out to GB/T 9704-2012.',
  params: z.object({ report: name }),
  query: askedDays,
  exports: true,
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

const listedDay = z.object({
  day,
  /** Off, or worked although it is a Saturday or a Sunday. */
  kind: z.enum(['work', 'off']),
  /** For the sake of which holiday: a word of the pack (`nationalDay`), or its name. */
  holiday: z.string().min(1).max(40).optional(),
})

/** From when until when working days are known, both included; null when nothing is. */
const known = { knownFrom: day.nullable(), knownUntil: day.nullable() }

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/calendar',
  summary:
    'The days of a period, worked or off; beyond what is known, neither. The year of today unless said.',
  query: z.object({ from: day.optional(), to: day.optional() }),
  answer: z.object({
    ...known,
    days: z.array(
      z.object({ day, kind: z.enum(['work', 'off']).nullable(), holiday: z.string().nullable() }),
    ),
  }),
})

export const enterCalendar = endpoint({
  method: 'POST',
  path: '/api/calendar',
  summary:
    "Enter the State Council's notice on the holidays of a year, whole: it takes the place of what was known of it. For administrators.",
  body: z.object({
    year: z.int().min(1900).max(2999),
    /** The notice, as it is cited. */
    source: z.string().min(1).max(200),
    /** Every day that it names; from 29 December of the year before to 28 December. */
    days: z.array(listedDay).min(1).max(200),
  }),
  answer: z.object({ year: z.int(), ...known }),
})

export const readDeadline = endpoint({
  method: 'GET',
  path: '/api/deadlines',
  summary: 'When a time limit of the pack ends that begins on a day (one of hours: at a minute), and why.',
  query: z.object({
    clock: name,
    /** 2022-10-31, or 2022-10-31T14:30 for a limit of hours; Asia/Shanghai. */
    from: z.string().max(16),
    language,
  }),
  answer: z.object({
    clock: z.string(),
    due: z.string(),
    explanation: z.string(),
    /** Whether its number is law, one place's rule, or not checked. */
    standing: z.enum(standings),
  }),
})

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  summary: 'The process is alive.',
  open: true,
  answer: z.object({ alive: z.literal(true) }),
})

export const ready = endpoint({
  method: 'GET',
  path: '/api/ready',
  summary: 'The database answers and the pack is loaded.',
  open: true,
  answer: z.object({ ready: z.boolean() }),
})

export const takeBackup = endpoint({
  method: 'GET',
  path: '/api/backup',
  summary:
    "Everything that the installation holds, of one moment, as a zip archive. Over the installation's own socket only.",
  open: true,
  query: z.object({ purpose: z.enum(['backup', 'export']).default('backup') }),
  media: 'application/zip',
})

export const verifyTrail = endpoint({
  method: 'GET',
  path: '/api/trail/verify',
  summary:
    "Holds the trail (acts, sign-ins, exports) to its seals and names the first bent entry. Over the installation's own socket only.",
  open: true,
  answer: z.object({
    bent: z
      .union([
        z.object({
          entry: z.enum(['event', 'trail']),
          seq: z.string(),
          what: z.enum(['changed', 'gone', 'added']),
        }),
        z.object({ seal: z.int(), what: z.enum(['changed', 'gone']) }),
      ])
      .nullable(),
    seals: z.int(),
    entries: z.int(),
    unsealed: z.int(),
    last: z.string().nullable(),
  }),
})

export {
  changePassword,
  changeRoles,
  endAccount,
  endOtherSessions,
  endOwnSession,
  listAccounts,
  listOwnSessions,
  makeAccount,
  readAccount,
  reopenAccount,
  resetFromHere,
  resetPassword,
} from './account-endpoints.ts'
