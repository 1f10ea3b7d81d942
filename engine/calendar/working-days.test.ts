import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  firstWorkingDay,
  isWorkingDay,
  noCalendar,
  workingDaysBetween,
} from './index.ts'
import { year2022 } from './testing/year-2022.ts'

const unknown = (from: string, until: string) => ({
  ok: false,
  problems: [{ code: 'calendarUnknown', values: { from, until } }],
})
const value = <T>(result: { ok: boolean; value?: T }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value as T
}

describe('a working day', () => {
  it.each([
    ['2022-09-30', true],
    ['2022-10-01', false],
    ['2022-10-03', false],
    ['2022-10-07', false],
    ['2022-10-08', true],
    ['2022-10-09', true],
    ['2022-10-15', false],
    ['2022-10-16', false],
    ['2022-10-17', true],
  ])('%s: %s', (day, worked) => {
    expect(isWorkingDay(year2022, day)).toEqual({ ok: true, value: worked })
  })

  it('is not guessed at beyond what is known, not even on a plain Tuesday', () => {
    expect(isWorkingDay(year2022, '2022-12-28').ok).toBe(true)
    expect(isWorkingDay(year2022, '2022-12-29')).toEqual(unknown('2022-04-01', '2022-12-28'))
    expect(isWorkingDay(year2022, '2022-03-31')).toEqual(unknown('2022-04-01', '2022-12-28'))
    expect(isWorkingDay(noCalendar, '2022-10-18')).toEqual(unknown('—', '—'))
    expect(addWorkingDays(year2022, '2022-12-27', 1)).toEqual({ ok: true, value: '2022-12-28' })
    expect(addWorkingDays(year2022, '2022-12-27', 2)).toEqual(unknown('2022-04-01', '2022-12-28'))
    expect(addWorkingDays(year2022, '2022-04-01', -1).ok).toBe(false)
    expect(workingDaysBetween(year2022, '2022-12-27', '2022-12-29').ok).toBe(false)
    // The day from which is counted needs not be known itself.
    expect(addWorkingDays(year2022, '2022-03-31', 1)).toEqual({ ok: true, value: '2022-04-01' })
    expect(workingDaysBetween(year2022, '2022-12-29', '2022-12-28')).toEqual({ ok: true, value: -1 })
  })

  it('is not taken from what every object carries', () => {
    expect(isWorkingDay({ ...year2022, days: {} }, '2022-10-03')).toEqual({ ok: true, value: true })
  })
})

describe('counting working days', () => {
  it.each([
    // Counted on a wall calendar: 29 and 30 September, then 8 to 12 October.
    ['2022-09-28', 7, '2022-10-12'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-10-03', 1, '2022-10-08'],
    ['2022-10-08', -1, '2022-09-30'],
    ['2022-10-14', 1, '2022-10-17'],
    ['2022-10-17', -1, '2022-10-14'],
    ['2022-10-03', 0, '2022-10-03'],
  ])('from %s %s working days is %s', (day, days, there) => {
    expect(addWorkingDays(year2022, day, days)).toEqual({ ok: true, value: there })
  })

  it('finds the first one from a day on', () => {
    expect(value(firstWorkingDay(year2022, '2022-10-01'))).toBe('2022-10-08')
    expect(value(firstWorkingDay(year2022, '2022-10-08'))).toBe('2022-10-08')
  })
})

const first = '2022-01-01'
const length = 400
const dayAt = (n: number): Day => addDays(first, n)
const someDay = fc.integer({ min: 100, max: length - 100 }).map(dayAt)
/** A calendar of 400 days with exceptions anywhere, also where they change nothing. */
const calendars = fc
  .dictionary(
    fc.integer({ min: 0, max: length - 1 }).map(dayAt),
    fc.record({ kind: fc.constantFrom('work' as const, 'off' as const) }),
    { maxKeys: 120, noNullPrototype: true },
  )
  .map((days): Calendar => ({ knownFrom: first, knownUntil: dayAt(length - 1), days }))
const counts = fc.integer({ min: -25, max: 25 })

/** A person with a wall calendar, turning one leaf after the other. */
function worksPlainly({ days }: Calendar, day: Day): boolean {
  const kind = days[day]?.kind
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))
  return kind === undefined ? name !== 'Sat' && name !== 'Sun' : kind === 'work'
}

describe('working days, as a law', () => {
  it('are those that a person reads off the wall, day by day', () => {
    fc.assert(
      fc.property(calendars, someDay, someDay, (calendar, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        let read = 0
        for (let day = from; day !== to; ) {
          day = addDays(day, 1)
          expect(isWorkingDay(calendar, day)).toEqual({ ok: true, value: worksPlainly(calendar, day) })
          if (worksPlainly(calendar, day)) read += 1
        }
        expect(workingDaysBetween(calendar, from, to)).toEqual({ ok: true, value: read })
      }),
    )
  })

  it('are added and counted as each other’s inverse', () => {
    fc.assert(
      fc.property(calendars, someDay, someDay, counts, (calendar, from, to, days) => {
        const there = addWorkingDays(calendar, from, days)
        if (there.ok)
          expect(workingDaysBetween(calendar, from, there.value)).toEqual({ ok: true, value: days })
        const between = value(workingDaysBetween(calendar, from, to))
        const back = addWorkingDays(calendar, from, between)
        if (worksPlainly(calendar, to)) expect(back).toEqual({ ok: true, value: to })
      }),
    )
  })

  it('end on a working day, and later for a later start or a longer count', () => {
    fc.assert(
      fc.property(calendars, someDay, someDay, counts, counts, (calendar, a, b, m, n) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const [few, many] = m < n ? [m, n] : [n, m]
        const earlier = addWorkingDays(calendar, from, few)
        if (earlier.ok && few !== 0) expect(worksPlainly(calendar, earlier.value)).toBe(true)
        const later = addWorkingDays(calendar, to, few)
        if (earlier.ok && later.ok) expect(later.value >= earlier.value).toBe(true)
        const longer = addWorkingDays(calendar, from, many)
        if (earlier.ok && longer.ok) expect(longer.value >= earlier.value).toBe(true)
      }),
    )
  })

  it('are moved by an exception only where the count passes it', () => {
    fc.assert(
      fc.property(calendars, someDay, someDay, counts, (calendar, from, changed, days) => {
        const turned: Calendar = {
          ...calendar,
          days: {
            ...calendar.days,
            [changed]: { kind: worksPlainly(calendar, changed) ? 'off' : 'work' },
          },
        }
        const before = addWorkingDays(calendar, from, days)
        const after = addWorkingDays(turned, from, days)
        if (!before.ok || !after.ok) return
        const [low, high] = days < 0 ? [before.value, addDays(from, -1)] : [addDays(from, 1), before.value]
        const isPassed = low <= changed && changed <= high && days !== 0
        if (!isPassed) expect(after.value).toBe(before.value)
        else if (worksPlainly(calendar, changed)) {
          // One working day fewer on the way: the next one takes its place.
          expect(after.value).toEqual(value(addWorkingDays(turned, before.value, Math.sign(days))))
        } else {
          expect(Math.abs(value(workingDaysBetween(turned, after.value, before.value)))).toBe(1)
        }
      }),
    )
  })
})
