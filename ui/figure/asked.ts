import { addDays, type Day, isDay, type Period, yearToDate } from '@anzhi/engine/calendar'
import type { WordKey } from '../words/index.ts'

/** Which days are asked about; all of it stands in the address. */
export interface AskedDays {
  from: Day
  to: Day
  asOf: Day
}

/** The days an address asks about: the year so far unless it says otherwise, as things stand at its end. */
export function readAsked(address: Record<string, string>, today: Day): AskedDays {
  const usual = yearToDate(today)
  const from = isDay(address.from) ? address.from : usual.from
  const to = isDay(address.to) ? address.to : usual.to
  const asOf = isDay(address.asOf) ? address.asOf : today
  return { from, to, asOf }
}

/** What of it differs from the usual, for an address. */
export function askedAddress(asked: AskedDays, today: Day): Record<string, string> {
  const usual = { ...yearToDate(today), asOf: today }
  return Object.fromEntries(
    (['from', 'to', 'asOf'] as const)
      .filter((end) => asked[end] !== usual[end])
      .map((end) => [end, asked[end]]),
  )
}

/** The periods that an office asks about most, as they lie on a day. */
export function usualPeriods(today: Day): { name: WordKey; period: Period }[] {
  const year = Number(today.slice(0, 4))
  const month = today.slice(0, 7)
  const lastMonth = addDays(`${month}-01`, -1)
  const quarter = String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')
  return [
    { name: 'period.year', period: yearToDate(today) },
    { name: 'period.month', period: { from: `${month}-01`, to: today } },
    { name: 'period.lastMonth', period: { from: `${lastMonth.slice(0, 7)}-01`, to: lastMonth } },
    { name: 'period.quarter', period: { from: `${year}-${quarter}-01`, to: today } },
    { name: 'period.lastYear', period: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` } },
  ]
}
