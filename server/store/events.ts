import { nameNow, namesOf, readPast } from '@anzhi/engine/change'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { packsOfThen, wordsOfThen } from './words-of-then.ts'

/** One thing that happened to a record. */
export interface Event {
  version: number
  act: string
  at: string
  day: string
  by: { account: string; name: string }
  reason: string | null
  onBehalfOf: { organ: string; paper: string } | null
  cause: { register: string; id: string } | null
  /** In the names of now, whatever they were called when it was written. */
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** What things were called then, by the keys of now; only what is called otherwise now, or is gone. */
  words: Record<string, string>
}

interface EventRow extends Omit<Event, 'by' | 'at' | 'onBehalfOf' | 'cause' | 'words'> {
  /** The register by its name of then, and the version that it was written under. */
  register: string
  pack: string
  behalf_organ: string | null
  behalf_paper: string | null
  cause_register: string | null
  cause_record: string | null
  at: Date
  account: string
  by_name: string
}

/** The history of a record, oldest first, from after a version on. That the actor may see the record is asked before. */
export async function listEvents(
  context: Context,
  register: string,
  id: string,
  after = 0,
): Promise<Event[]> {
  const { rows } = await sql<EventRow>`
    select register, pack, version, act, at, day, account, by_name, reason, before, after, behalf_organ, behalf_paper,
      cause_register, cause_record
    from anzhi.event
    where district = ${context.actor.district} and register = any(${namesOf(context.past, register)}) and record = ${id}::uuid and version > ${after}
    order by version`.execute(context.db)
  const packs = await packsOfThen(context, rows)
  return rows.map((written) => {
    const read = readPast(context.past, written, { register, version: written.pack })
    const then = { pack: packs.get(written.pack), register: written.register, written, read }
    const cause =
      read.cause_register === null ? null : nameNow(context.past, read.cause_register, written.pack)
    return {
      ...eventOf({ ...read, cause_register: cause }),
      words: wordsOfThen(context, register, then),
    }
  })
}

function eventOf({
  account,
  by_name,
  at,
  pack: _pack,
  register: _then,
  ...row
}: EventRow): Omit<Event, 'words'> {
  const { behalf_organ: organ, behalf_paper: paper, cause_register: register, cause_record, ...event } = row
  return {
    ...event,
    at: at.toISOString(),
    by: { account, name: by_name },
    onBehalfOf: organ === null || paper === null ? null : { organ, paper },
    cause: register === null || cause_record === null ? null : { register, id: cause_record },
  }
}
