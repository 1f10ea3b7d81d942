import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** One thing that happened to a record. */
export interface Event {
  version: number
  act: string
  at: string
  day: string
  by: { account: string; name: string }
  reason: string | null
  before: Record<string, unknown>
  after: Record<string, unknown>
}

interface EventRow extends Omit<Event, 'by' | 'at'> {
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
    select version, act, at, day, account, by_name, reason, before, after from anzhi.event
    where district = ${context.actor.district} and register = ${register} and record = ${id}::uuid and version > ${after}
    order by version`.execute(context.db)
  return rows.map(({ account, by_name, at, ...event }) => ({
    ...event,
    at: at.toISOString(),
    by: { account, name: by_name },
  }))
}
