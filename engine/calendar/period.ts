import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { type Day, isDay } from './day.ts'

/** The days a figure speaks of, both included. */
export interface Period {
  from: Day
  to: Day
}

/** Reads a period; an end before the start is a problem, not an empty period. */
export function parsePeriod(from: unknown, to: unknown): Result<Period> {
  if (!isDay(from)) return bad(notDay('from', from), ...(isDay(to) ? [] : [notDay('to', to)]))
  if (!isDay(to)) return bad(notDay('to', to))
  if (to < from) return bad(problem('badPeriod', 'to', { from, to }))
  return ok({ from, to })
}

// What is no text is not told back: it could be anything.
function notDay(field: string, given: unknown): Problem {
  return problem('notDate', field, typeof given === 'string' ? { given } : undefined)
}

/** 1 January of the day's year up to the day: 今年以来. */
export function yearToDate(day: Day): Period {
  return { from: `${day.slice(0, 4)}-01-01`, to: day }
}
