import { type Calendar, isDay, isWeekend } from '../../calendar/index.ts'
import { clockOf } from '../normal/names.ts'
import type { ClockSpec, PackSource } from '../notation/index.ts'
import { checkName } from './looking.ts'
import type { Tell } from './packs.ts'

// Far beyond every limit of a law, and near enough not to leave the years that a day may have.
const largestCount = 1000

/** Tells what is wrong with the time limits of a pack. */
export function checkClocks(source: PackSource, tell: Tell): void {
  for (const [id, spec] of Object.entries(source.clocks ?? {})) {
    const path = `${source.id}/clocks/${id}`
    checkName(id, path, tell)
    for (const name of pointless(spec)) tell(path, 'wrongValue', name)
  }
}

/** What says nothing, or nothing that could be counted. */
function pointless(spec: ClockSpec): (keyof ClockSpec)[] {
  const { count, unit, before, rollsToWorkingDay } = clockOf(spec)
  const wrong: (keyof ClockSpec)[] = []
  if (!Number.isInteger(count) || count < 1 || count > largestCount) wrong.push('count')
  // Hours run from a minute.
  if (unit === 'hour' && spec.from !== undefined) wrong.push('from')
  // Working days end on one, hours in the minute; and counted back, a later day would be too late.
  const cannotRoll = unit === 'workingDay' || unit === 'hour' || before
  if (rollsToWorkingDay && cannotRoll) wrong.push('rollsToWorkingDay')
  return wrong
}

/** Tells what is wrong with the calendar; an installation has one. */
export function checkCalendars(sources: readonly PackSource[], tell: Tell): void {
  const having = sources.filter(({ calendar }) => calendar !== undefined)
  for (const source of having.slice(1)) tell(`${source.id}/calendar`, 'ownedTwice', 'calendar')
  for (const { id, calendar } of having) {
    for (const given of wrongDays(calendar!)) tell(`${id}/calendar`, 'wrongValue', given)
  }
}

function wrongDays({ knownFrom, knownUntil, days }: Calendar): string[] {
  const bounds = [knownFrom, knownUntil].filter((day) => !isDay(day))
  const isBackwards = bounds.length === 0 && knownUntil < knownFrom
  const listed = Object.entries(days)
    // No notice ever had to say that a Tuesday is worked.
    .filter(([day, { kind }]) => !isDay(day) || (kind === 'work' && !isWeekend(day)))
    .map(([day]) => day)
  return [...bounds, ...(isBackwards ? [knownUntil] : []), ...listed]
}
