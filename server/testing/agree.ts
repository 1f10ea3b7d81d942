import { namesOf, readPast } from '@anzhi/engine/change'
import type { Register } from '@anzhi/engine/pack'
import { type LivingRecord, same, type Tag, toldTags, trackedFields, type Values } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { House } from '../http/house.ts'
import { recordsOf as readRecords } from '../store/parts.ts'
import { type Row, spanOf } from '../store/rows.ts'
import { readChanges } from '../store/schema/past.ts'
import { tagTable } from '../store/tags.ts'
import { keptDisagreements, type Living } from './agree-kept.ts'

interface EventRow {
  record: string
  version: number
  act: string
  pack: string
  before: Values
  after: Values
}

/**
 * Where rows, spans and events of any record do not tell the same story; empty when all is well. The record is
 * told anew from its events alone, and compared with what is kept.
 */
export async function disagreements(house: Pick<House, 'database' | 'pack'>): Promise<string[]> {
  const told: string[] = []
  const all = await livingRecords(house)
  for (const register of Object.values(house.pack.registers)) {
    const records = new Map(all.get(register.id)!.map((record) => [record.id, record]))
    const events = await eventsOf(house, register)
    for (const id of new Set([...records.keys(), ...events.keys()])) {
      const found = compare(register, records.get(id), events.get(id) ?? [])
      told.push(...found.map((what) => `${register.id} ${id}: ${what}`))
    }
  }
  return [...told, ...(await keptDisagreements(house, ({ id }) => all.get(id)!))]
}

/** Every record with its life, by register, as the store keeps them. */
export async function livingRecords(house: Pick<House, 'database' | 'pack'>): Promise<Map<string, Living[]>> {
  const all = new Map<string, Living[]>()
  for (const register of Object.values(house.pack.registers)) {
    all.set(register.id, [...(await recordsOf(house, register)).values()])
  }
  return all
}

async function recordsOf({ database }: Pick<House, 'database'>, register: Register) {
  const { rows } = await sql<Row>`select * from ${sql.id('ledger', register.table)}`.execute(database)
  const spans = await sql<Row>`
    select * from ${sql.id('ledger', `${register.table}_span`)} order by record, n`.execute(database)
  const lives = byRecord(spans.rows as (Row & { record: string })[])
  const belonging = register.tags === null ? new Map() : await tagsOf(database, register)
  // Parts are read by district.
  const districts = [...new Set(rows.map(({ district }) => district as string))]
  const found = await Promise.all(
    districts.map(async (district) => {
      const own = rows.filter((row) => row.district === district)
      const records = await readRecords(database, register, own)
      return records.map((record): [string, Living] => {
        const life = (lives.get(record.id) ?? []).map((span) => spanOf(register, span))
        const tags = belonging.get(record.id)
        return [
          record.id,
          { ...record, spans: life, district, ...(register.tags === null ? {} : { tags: tags ?? [] }) },
        ]
      })
    }),
  )
  return new Map(found.flat())
}

async function tagsOf(database: House['database'], register: Register): Promise<Map<string, Tag[]>> {
  const { rows } = await sql<Tag & { record: string }>`
    select record, node, from_day as "from", until_day as until, how from ${tagTable(register)}
    order by record, n`.execute(database)
  const all = [...byRecord(rows)]
  return new Map(all.map(([id, tags]) => [id, tags.map(({ record: _, ...tag }) => tag)]))
}

async function eventsOf({ database }: Pick<House, 'database'>, { id }: Register) {
  const past = await readChanges(database)
  const { rows } = await sql<EventRow>`
    select record, version, act, before, after, pack from anzhi.event
    where register = any(${namesOf(past, id)}) order by record, version`.execute(database)
  return byRecord(rows.map((event) => readPast(past, event, { register: id, version: event.pack })))
}

function byRecord<T extends { record: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.record, [...(found.get(row.record) ?? []), row])
  return found
}

function compare(register: Register, record: LivingRecord | undefined, events: EventRow[]): string[] {
  if (record === undefined) return ['events without a row']
  const versions = events.map(({ version }) => version)
  return [
    ...(versions.some((version, i) => version !== i + 1) ? [`versions ${versions.join(', ')}`] : []),
    ...(record.version === versions.at(-1) ? [] : [`row at ${record.version}, events ${versions.at(-1)}`]),
    ...(events[0]?.act === 'create' ? [] : ['it does not begin with its making']),
    ...compareStory(record, events),
    ...compareLife(register, record),
  ]
}

/** Tells the record from its events: each begins where the one before ended, and the last ends at the row. */
function compareStory(record: LivingRecord, events: EventRow[]): string[] {
  const isTagged = record.tags !== undefined
  const told: Values = isTagged ? { tags: [] } : {}
  const broken = events.flatMap(({ version, before, after }) => {
    const wrong = Object.keys(before).filter((field) => !same(before[field], told[field]))
    // Where a record went that was merged, is kept beside it.
    const { mergedInto: _, ...rest } = after
    Object.assign(told, rest)
    return wrong.map((field) => `before of ${version}: ${field}`)
  })
  const tags = isTagged ? { tags: toldTags(record.tags) } : {}
  const row: Values = { ...record.values, ...tags, state: record.state }
  const wrong = Object.keys({ ...told, ...row }).filter((field) => !same(told[field], row[field]))
  return [...broken, ...wrong.map((field) => `${field}: row and events differ`)]
}

function compareLife(register: Register, { state, values, spans }: LivingRecord): string[] {
  const isOver = state === 'withdrawn' || state === 'merged'
  if (isOver) return spans.length === 0 ? [] : [`${state}, but with a life`]
  const last = spans.at(-1)
  if (last === undefined) return ['no life']
  const gaps = spans.filter(
    ({ from, until }, i) => until !== (spans[i + 1]?.from ?? null) || (until ?? from) < from,
  )
  const wrong = trackedFields(register).filter((field) => !same(last.tracked[field], values[field]))
  return [
    ...gaps.map(({ from }) => `the stretch from ${from} does not end where the next begins`),
    ...(last.state === state ? [] : [`last stretch ${last.state}, row ${state}`]),
    ...wrong.map((field) => `${field}: row and last stretch differ`),
  ]
}
