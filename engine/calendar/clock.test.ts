import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type Clock,
  clockUnits,
  type Due,
  daysBetween,
  deadlineOf,
  explainDue,
  isMoment,
  isWorkingDay,
  noCalendar,
} from './index.ts'
import { enWord, year2022, zhWord } from './testing/year-2022.ts'

const clock = (count: number, unit: Clock['unit'], rest: Partial<Clock> = {}): Clock => ({
  count,
  unit,
  from: 'nextDay',
  before: false,
  rollsToWorkingDay: false,
  ...rest,
})

function due(limit: Clock, start: string): Due {
  const found = deadlineOf(year2022, limit, start)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.value
}

describe('a limit of working days', () => {
  it('leaves out holidays and weekends, counts the Saturdays worked, and says so', () => {
    const found = due(clock(7, 'workingDay'), '2022-09-28')
    expect(found.due).toBe('2022-10-12')
    expect(explainDue(found, 'zh', zhWord)).toBe(
      '自2022年9月28日的次日起算7个工作日，跳过10月1日至7日（国庆节），10月8日至9日调休上班，计入，至2022年10月12日届满。',
    )
    expect(explainDue(found, 'en', enWord)).toBe(
      '7 working days from the day after 28 September 2022; 1 to 7 October (National Day) passed over; 8 to 9 October worked and counted; the last day is 12 October 2022.',
    )
  })

  it('tells days off of one kind together', () => {
    const found = due(clock(20, 'workingDay'), '2022-09-28')
    expect(explainDue(found, 'zh', zhWord)).toBe(
      '自2022年9月28日的次日起算20个工作日，跳过10月1日至7日（国庆节）、10月15日至16日、10月22日至23日、10月29日至30日（周末），10月8日至9日调休上班，计入，至2022年10月31日届满。',
    )
  })

  it('counts back from an event, whose own day does not count', () => {
    const found = due(clock(7, 'workingDay', { before: true }), '2022-10-12')
    expect(found.due).toBe('2022-09-28')
    expect(explainDue(found, 'zh', zhWord)).toBe(
      '自2022年10月12日往前推算7个工作日，当日不计入，跳过10月1日至7日（国庆节），10月8日至9日调休上班，计入，最迟为2022年9月28日。',
    )
    expect(due(clock(7, 'workingDay', { before: true, from: 'sameDay' }), '2022-10-12').due).toBe(
      '2022-09-29',
    )
  })

  it('counts the day of the event where its law says so', () => {
    expect(due(clock(1, 'workingDay', { from: 'sameDay' }), '2022-10-12').due).toBe('2022-10-12')
    expect(explainDue(due(clock(1, 'workingDay', { from: 'sameDay' }), '2022-10-12'), 'en', enWord)).toBe(
      '1 working day from 12 October 2022, that day included; the last day is 12 October 2022.',
    )
  })

  it('is refused where the calendar ends', () => {
    const found = deadlineOf(year2022, clock(5, 'workingDay'), '2022-12-26')
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'calendarUnknown' }] })
  })
})

describe('a limit of calendar days, months and years', () => {
  it.each([
    ['2022-09-28', 15, 'day', '2022-10-13'],
    ['2022-09-28', 90, 'day', '2022-12-27'],
    ['2022-01-31', 1, 'month', '2022-02-28'],
    ['2024-01-31', 1, 'month', '2024-02-29'],
    ['2022-11-30', 3, 'month', '2023-02-28'],
    ['2022-12-15', 1, 'month', '2023-01-15'],
    ['2024-02-29', 1, 'year', '2025-02-28'],
    ['2022-09-28', 1, 'year', '2023-09-28'],
  ] as const)('from %s %s %s is %s, and needs no calendar', (start, count, unit, day) => {
    const found = deadlineOf(noCalendar, clock(count, unit), start)
    expect(found).toMatchObject({ ok: true, value: { due: day, skipped: [], worked: [] } })
  })

  it('ends after the days off where the clock says that it does', () => {
    const rolls = clock(15, 'day', { rollsToWorkingDay: true })
    const found = due(rolls, '2022-09-18')
    expect([found.counted, found.due]).toEqual(['2022-10-03', '2022-10-08'])
    expect(explainDue(found, 'zh', zhWord)).toBe(
      '自2022年9月18日的次日起算15日，至2022年10月3日届满；10月3日至7日（国庆节）放假，顺延至2022年10月8日。',
    )
    expect(explainDue(found, 'en', enWord)).toBe(
      '15 days from the day after 18 September 2022; this ends on 3 October 2022, but 3 to 7 October (National Day) is off: the last day is 8 October 2022.',
    )
    // 8 October was a Saturday, but worked.
    expect(due(rolls, '2022-09-23').due).toBe('2022-10-08')
    expect(due(rolls, '2022-09-30').due).toBe('2022-10-17')
    expect(due(clock(15, 'day'), '2022-09-18').due).toBe('2022-10-03')
    expect(deadlineOf(noCalendar, rolls, '2022-09-18')).toMatchObject({
      ok: false,
      problems: [{ code: 'calendarUnknown' }],
    })
  })

  it('tells the year where it is another one', () => {
    const found = due(clock(3, 'month'), '2022-11-30')
    expect(explainDue(found, 'zh', zhWord)).toBe('自2022年11月30日的次日起算3个月，至2023年2月28日届满。')
  })

  it('does not leave the calendar of the engine', () => {
    expect(deadlineOf(noCalendar, clock(15, 'day'), '2999-12-20')).toMatchObject({
      ok: false,
      problems: [{ code: 'outOfRange', field: 'from' }],
    })
    expect(deadlineOf(noCalendar, clock(1, 'year', { before: true }), '1900-06-01').ok).toBe(false)
  })
})

describe('a limit of hours', () => {
  it('runs from the minute, over midnight and into another year', () => {
    const found = due(clock(24, 'hour'), '2022-12-31T14:30')
    expect(found.due).toBe('2023-01-01T14:30')
    expect(explainDue(found, 'zh', zhWord)).toBe(
      '自2022年12月31日14时30分起24小时，至2023年1月1日14时30分届满。',
    )
    expect(due(clock(1, 'hour'), '2022-10-31T23:05').due).toBe('2022-11-01T00:05')
    const notice = due(clock(24, 'hour', { before: true }), '2022-10-31T08:00')
    expect(explainDue(notice, 'en', enWord)).toBe(
      '24 hours back from 08:00 on 31 October 2022; 08:00 on 30 October 2022 at the latest.',
    )
  })

  it('needs a minute, and the others a day', () => {
    expect(deadlineOf(year2022, clock(1, 'hour'), '2022-10-31')).toMatchObject({
      problems: [{ code: 'notMoment', field: 'from' }],
    })
    expect(deadlineOf(year2022, clock(1, 'day'), '2022-10-31T08:00')).toMatchObject({
      problems: [{ code: 'notDate', field: 'from' }],
    })
  })

  it.each([
    '2022-10-31T24:00',
    '2022-10-31T08:60',
    '2022-02-30T08:00',
    '2022-10-31 08:00',
    '2022-10-31T08:00Z',
  ])('%s is no minute', (text) => expect(isMoment(text)).toBe(false))
})

const limits = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom(...clockUnits.filter((unit) => unit !== 'hour')),
  from: fc.constantFrom('nextDay' as const, 'sameDay' as const),
  before: fc.boolean(),
  rollsToWorkingDay: fc.boolean(),
})
const starts = fc.integer({ min: 60, max: 200 }).map((n) => addDays('2022-04-01', n))

describe('every limit', () => {
  it('is one unit longer from the next day than from the same', () => {
    fc.assert(
      fc.property(limits, starts, (limit, start) => {
        const plain = { ...limit, rollsToWorkingDay: false }
        const shifted = addDays(start, limit.before ? 1 : -1)
        const same = deadlineOf(year2022, { ...plain, from: 'sameDay' }, start)
        const next = deadlineOf(year2022, { ...plain, from: 'nextDay' }, shifted)
        expect(same.ok).toBe(next.ok)
        if (same.ok && next.ok) expect(same.value.due).toBe(next.value.due)
      }),
    )
  })

  it('accounts for each of its days: counted, passed over, none left out', () => {
    fc.assert(
      fc.property(limits, starts, (given, start) => {
        const limit: Clock = { ...given, unit: 'workingDay', from: 'nextDay' }
        const found = deadlineOf(year2022, limit, start)
        if (!found.ok) return
        const skipped = found.value.skipped.map(({ from, to }) => daysBetween(from, to) + 1)
        const passed = skipped.reduce((sum, days) => sum + days, 0)
        expect(Math.abs(daysBetween(start, found.value.counted))).toBe(limit.count + passed)
        for (const { from, to } of found.value.worked) {
          expect([isWorkingDay(year2022, from), isWorkingDay(year2022, to)]).toEqual([
            { ok: true, value: true },
            { ok: true, value: true },
          ])
        }
      }),
    )
  })

  it('leaves no brace and no unknown word in either language', () => {
    fc.assert(
      fc.property(limits, starts, (limit, start) => {
        const found = deadlineOf(year2022, limit, start)
        if (!found.ok) return
        for (const language of ['zh', 'en'] as const) {
          const told = explainDue(found.value, language, (key) => key.replace('holiday.', ''))
          expect(told).not.toMatch(/[{}]|undefined|NaN/)
        }
        const told = explainDue(found.value, 'zh', zhWord)
        const [year, month, date] = found.value.due.split('-').map(Number)
        expect(told).toContain(`${year}年${month}月${date}日`)
      }),
    )
  })

  it('of months ends on the same number or on the last day', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: -60, max: 60 }), (start, months) => {
        const there = addMonths(start, months)
        const isLast = addDays(there, 1).slice(0, 7) !== there.slice(0, 7)
        expect(there.slice(8) === start.slice(8) || (isLast && there.slice(8) < start.slice(8))).toBe(true)
        const [year, month] = start.split('-').map(Number) as [number, number]
        const [there_year, there_month] = there.split('-').map(Number) as [number, number]
        expect(there_year * 12 + there_month).toBe(year * 12 + month + months)
      }),
    )
  })
})
