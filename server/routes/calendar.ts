import { endpoints } from '@anzhi/engine/api'
import {
  addDays,
  type Calendar,
  type Day,
  daysBetween,
  deadlineOf,
  explainDue,
  findListed,
  isDay,
  isWeekend,
  isWorkingDay,
  noticeYear,
  parsePeriod,
} from '@anzhi/engine/calendar'
import { administratorRole, findClock, wordOf } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { holdCalendar, type Notice, readCalendar, writeNotice } from '../store/calendar.ts'
import { once } from '../store/once.ts'

const mostDays = 800

export function addCalendarRoutes(app: App, house: House): void {
  route(app, house, endpoints.readCalendar, async (context, { query }) => {
    const year = context.today.slice(0, 4)
    const period = parsePeriod(query.from ?? `${year}-01-01`, query.to ?? `${year}-12-31`)
    if (!period.ok) throw new ProblemError(period.problems)
    const { from, to } = period.value
    if (daysBetween(from, to) >= mostDays) refuse('tooMany', 'to', { max: mostDays })
    const calendar = await readCalendar(context.db)
    return { ...known(calendar), days: daysOf(calendar, from, to) }
  })

  route(app, house, endpoints.enterCalendar, (context, { body, idempotencyKey }) => {
    if (!context.actor.roles.includes(administratorRole)) {
      refuse('notAllowed', undefined, { act: 'enterCalendar', roles: [administratorRole] })
    }
    return once(context, idempotencyKey, body, () => enterNotice(context, body))
  })

  route(app, house, endpoints.readDeadline, async ({ db, pack, language }, { query }) => {
    const clock = findClock(pack, query.clock) ?? refuse('noSuchClock', 'clock')
    const due = deadlineOf(await readCalendar(db), clock, query.from)
    if (!due.ok) throw new ProblemError(due.problems)
    const word = (key: string) => wordOf(pack, language, key)
    const { id, standing } = clock
    const ground = { source: word(`clock.${id}.source`), standing }
    return {
      clock: id,
      due: due.value.due,
      explanation: explainDue(due.value, language, word, ground),
      standing,
    }
  })
}

function known({ knownFrom, knownUntil }: Calendar): { knownFrom: Day | null; knownUntil: Day | null } {
  return knownUntil < knownFrom ? { knownFrom: null, knownUntil: null } : { knownFrom, knownUntil }
}

function daysOf(calendar: Calendar, from: Day, to: Day) {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => {
    const day = addDays(from, n)
    const worked = isWorkingDay(calendar, day)
    const kind = worked.ok ? (worked.value ? ('work' as const) : ('off' as const)) : null
    return { day, kind, holiday: findListed(calendar, day)?.holiday ?? null }
  })
}

async function enterNotice(context: Context, notice: Notice) {
  const calendar = await holdCalendar(context.db)
  const problems = [...yearProblems(calendar, notice), ...dayProblems(notice)]
  if (problems.length > 0) throw new ProblemError(problems)
  await writeNotice(context, notice)
  return { year: notice.year, ...known(await readCalendar(context.db)) }
}

/** What is known has no gap: a year that is, or the one after. */
function yearProblems(calendar: Calendar, { year }: Notice): Problem[] {
  const { knownFrom, knownUntil } = known(calendar)
  if (knownFrom === null || knownUntil === null) return []
  const [first, last] = [noticeYear(knownFrom), noticeYear(addDays(knownUntil, 1))]
  return first <= year && year <= last ? [] : [problem('outOfRange', 'year', { range: `${first}–${last}` })]
}

function dayProblems({ year, days }: Notice): Problem[] {
  const all = days.map(({ day }) => day)
  const off = days.some(({ kind }) => kind === 'off') ? [] : [problem('required', 'days')]
  return [
    ...off,
    ...days.flatMap(({ day, kind }, n): Problem[] => {
      const field = `days.${n}.day`
      if (!isDay(day)) return [problem('notDate', field, { given: day })]
      if (noticeYear(day) !== year) {
        return [problem('outOfRange', field, { range: `${year - 1}-12-29–${year}-12-28` })]
      }
      if (all.indexOf(day) < n) return [problem('badRequest', field, { why: 'twice' })]
      // A Tuesday is worked without being listed: here somebody mistook the year.
      return kind === 'work' && !isWeekend(day) ? [problem('badRequest', field, { why: 'noWeekend' })] : []
    }),
  ]
}
