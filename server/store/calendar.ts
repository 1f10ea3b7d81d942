import { createHash } from 'node:crypto'
import {
  addDays,
  type Calendar,
  type Day,
  earlierDay,
  type ListedDay,
  laterDay,
  noCalendar,
  noticeYear,
} from '@anzhi/engine/calendar'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from './db.ts'
import { findSetting, setSetting } from './districts.ts'

/** What a notice lists: its year, where it is printed, and the days. */
export interface Notice {
  year: number
  source: string
  days: (ListedDay & { day: Day })[]
}

// Whoever changes the calendar waits for whoever is changing it.
const calendarLock = 7_220_221_032

/**
 * Brings in the calendar of the pack: what is not there, and what an earlier pack said otherwise. A year that
 * an office has entered is the office's.
 */
export async function seedCalendar(db: Db, calendar: Calendar): Promise<void> {
  if (calendar.knownUntil < calendar.knownFrom) return
  await lockCalendar(db)
  const given = Object.entries(calendar.days).map(([day, listed]) => ({ day, ...listed }))
  await sql`delete from anzhi.calendar_day where entered_by is null
    and day between ${calendar.knownFrom}::date and ${calendar.knownUntil}::date
    and day <> all (${given.map(({ day }) => day)}::date[])`.execute(db)
  await sql`insert into anzhi.calendar_day (day, kind, holiday, year)
    select d.day, d.kind, d.holiday, d.year from ${daysGiven(given)}
    where not exists (select from anzhi.calendar_day o where o.year = d.year and o.entered_by is not null)
    on conflict (day) do update set kind = excluded.kind, holiday = excluded.holiday
    where (calendar_day.kind, calendar_day.holiday) is distinct from (excluded.kind, excluded.holiday)`.execute(
    db,
  )
  await widen(db, calendar.knownFrom, calendar.knownUntil)
}

const lockCalendar = (db: Db) => sql`select pg_advisory_xact_lock(${calendarLock})`.execute(db)

function daysGiven(days: Notice['days']) {
  const rows = days.map((listed) => ({ ...listed, year: noticeYear(listed.day) }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (day date, kind text, holiday text, year integer)`
}

/**
 * Puts a notice in the place of what was known of its year, and writes who did so. That the year joins those
 * that are known, and that each day is of it, is asked before.
 */
export async function writeNotice(context: Context, notice: Notice): Promise<void> {
  const { db, actor, at } = context
  const before = await listYear(db, notice.year)
  await sql`delete from anzhi.calendar_day where year = ${notice.year}`.execute(db)
  await sql`insert into anzhi.calendar_day (day, kind, holiday, year, source, entered_by, at)
    select d.day, d.kind, d.holiday, d.year, ${notice.source}, ${actor.account}::uuid, ${at}
    from ${daysGiven(notice.days)}`.execute(db)
  await widen(db, `${notice.year - 1}-12-29`, `${notice.year}-12-28`)
  await writeEvent(context, notice, before)
}

/** The calendar as it stands, for somebody who is about to change it: nobody else can until the transaction ends. */
export async function holdCalendar(db: Db): Promise<Calendar> {
  await lockCalendar(db)
  return readCalendar(db)
}

async function listYear(db: Db, year: number): Promise<Record<Day, ListedDay>> {
  const { rows } = await sql<{ days: Record<Day, ListedDay> }>`
    select coalesce(jsonb_object_agg(day, ${listedDay}), '{}') as days
    from anzhi.calendar_day where year = ${year}`.execute(db)
  return rows[0]!.days
}

const listedDay = sql`jsonb_strip_nulls(jsonb_build_object('kind', kind, 'holiday', holiday))`

/** Not a record of a register, but what happens to the calendar is kept as what happens to those is. */
async function writeEvent(
  { db, actor, today, at, packVersion }: Context,
  { year, source }: Notice,
  before: Record<Day, ListedDay>,
): Promise<void> {
  const record = `00000000-0000-8000-8000-00000000${year}`
  const after = { source, days: await listYear(db, year) }
  await sql`
    insert into anzhi.event (district, register, record, version, act, day, at, account, by_name, pack, before, after)
    select ${actor.district}, 'anzhi.calendar', ${record}::uuid, count(*)::integer + 1, 'enterCalendar', ${today}::date, ${at},
      ${actor.account}::uuid, ${actor.name}, ${packVersion}, ${JSON.stringify({ days: before })}::jsonb, ${JSON.stringify(after)}::jsonb
    from anzhi.event where district = ${actor.district} and register = 'anzhi.calendar' and record = ${record}::uuid`.execute(
    db,
  )
}

/** From when until when it is known: what was, and these days too when there is no gap between. */
async function widen(db: Db, from: Day, until: Day): Promise<void> {
  const knownFrom = (await findSetting<Day>(db, 'calendarKnownFrom')) ?? from
  const knownUntil = (await findSetting<Day>(db, 'calendarKnownUntil')) ?? until
  if (from <= addDays(knownUntil, 1) && knownFrom <= addDays(until, 1)) {
    await setSetting(db, 'calendarKnownFrom', earlierDay(knownFrom, from))
    await setSetting(db, 'calendarKnownUntil', laterDay(knownUntil, until))
  }
  const { version: _version, ...calendar } = await load(db)
  await setSetting(db, 'calendarVersion', createHash('sha256').update(JSON.stringify(calendar)).digest('hex'))
}

// By the hash of its content: the same in every database, and never another calendar under the same name.
const known = new Map<string, Calendar>()
const mostKept = 8

/** The working days as this installation has them: those of the pack, and what its office has entered since. */
export async function readCalendar(db: Db): Promise<Calendar> {
  const version = await findSetting<string>(db, 'calendarVersion')
  if (version === undefined) return noCalendar
  const kept = known.get(version)
  if (kept !== undefined) return kept
  const { version: loaded, ...calendar } = await load(db)
  if (known.size >= mostKept) known.clear()
  known.set(loaded!, calendar)
  return calendar
}

const setting = (name: string) => sql`(select value #>> '{}' from anzhi.setting where name = ${name})`

// One statement, so that the days are those of the version whatever is committed meanwhile.
async function load(db: Db): Promise<Calendar & { version: string | null }> {
  const { rows } = await sql<Calendar & { version: string | null }>`
    select ${setting('calendarVersion')} as version, ${setting('calendarKnownFrom')} as "knownFrom",
      ${setting('calendarKnownUntil')} as "knownUntil",
      (select coalesce(jsonb_object_agg(day, ${listedDay}), '{}') from anzhi.calendar_day) as days`.execute(
    db,
  )
  return rows[0]!
}
