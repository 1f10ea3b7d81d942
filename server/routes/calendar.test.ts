import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../store/db.ts'
import { applySchema } from '../store/schema/apply.ts'
import { type Answer, type Caller, type Office, openOffice } from '../testing/office.ts'
import { refusals } from '../testing/work.ts'

let office: Office
let qin: Caller
let lin: Caller
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  qin = await office.as('qin')
  lin = await office.as('lin')
  before = await office.census()
})
afterAll(() => office.close())

interface CalendarBody {
  knownFrom: string | null
  knownUntil: string | null
  days: { day: string; kind: string | null; holiday: string | null }[]
}
const calendarIn = ({ body }: Answer) => body as unknown as CalendarBody
const dueIn = ({ body }: Answer) =>
  body as unknown as { clock: string; due: string; explanation: string; standing: string }

async function kinds(from: string, to: string): Promise<string> {
  const { days } = calendarIn(await lin.get(`/api/calendar?from=${from}&to=${to}`))
  return days.map(({ kind }) => ({ work: 'w', off: '-' })[kind ?? ''] ?? '?').join('')
}

/** The tables' own role: what the application itself cannot do. */
async function ownerOf({ house }: Office) {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(house.database)
  return openDatabase({ url: inject('cluster').replace(/\/postgres(\?|$)/, `/${rows[0]!.name}$1`), max: 1 })
}

const off = (day: string, holiday?: string) => ({
  day,
  kind: 'off',
  ...(holiday === undefined ? {} : { holiday }),
})
const work = (day: string) => ({ day, kind: 'work' })
/** The garden's notice for 2023. */
const notice = {
  year: 2023,
  source: '园务处〔2022〕9号',
  days: [
    off('2022-12-30', '守岁日'),
    work('2022-12-31'),
    off('2023-03-13', 'seedDay'),
    off('2023-10-02', 'harvestWeek'),
  ],
}

describe('the working days', () => {
  test('are those of the pack at first, and nobody knows what comes after', async () => {
    const answer = await lin.get('/api/calendar?from=2022-10-01&to=2022-10-10')
    expect(answer.status).toBe(200)
    const { knownFrom, knownUntil, days } = calendarIn(answer)
    expect([knownFrom, knownUntil]).toEqual(['2022-01-01', '2022-12-28'])
    expect(days[0]).toEqual({ day: '2022-10-01', kind: 'off', holiday: 'harvestWeek' })
    expect(days[9]).toEqual({ day: '2022-10-10', kind: 'work', holiday: null })
    expect(await kinds('2022-10-01', '2022-10-16')).toBe('-------wwwwwww--')
    expect(await kinds('2022-12-24', '2023-01-02')).toBe('--www?????')
  })

  test('are shown for this year when nothing is said, and for two years and some at most', async () => {
    const { days } = calendarIn(await lin.get('/api/calendar'))
    expect([days[0]!.day, days.at(-1)!.day, days.length]).toEqual(['2022-01-01', '2022-12-31', 365])
    expect(calendarIn(await lin.get('/api/calendar?from=2022-01-01&to=2024-03-10')).days).toHaveLength(800)
    expect(refusals(await lin.get('/api/calendar?from=2022-01-01&to=2024-03-11'))).toEqual(['tooMany to'])
    expect(refusals(await lin.get('/api/calendar?from=2022-02-01&to=2022-01-01'))).toEqual(['badPeriod to'])
    expect((await office.stranger.get('/api/calendar')).status).toBe(401)
  })

  test('are no part of the pack that is handed out: the office may have gone on from there', async () => {
    const { body } = await lin.get('/api/pack')
    expect((body as unknown as { calendar: CalendarBody }).calendar.days).toEqual({})
  })
})

describe('a time limit', () => {
  const due = (clock: string, from: string, language = 'zh') =>
    lin.get(`/api/deadlines?clock=${clock}&from=${encodeURIComponent(from)}&language=${language}`)

  test('is counted and told in both languages', async () => {
    expect(dueIn(await due('mend', '2022-09-28'))).toEqual({
      clock: 'mend',
      due: '2022-10-12',
      explanation:
        '自2022年9月28日的次日起算7个工作日，跳过10月1日至7日（采收周），10月8日至9日调休上班，计入，至2022年10月12日届满。依据：《园规》第六条。',
      standing: 'law',
    })
    expect(dueIn(await due('renewLease', '2022-11-30', 'en'))).toMatchObject({
      due: '2022-10-30',
      explanation:
        '1 month back from 30 November 2022, that day not included; 30 October 2022 at the latest. After a local rule: West Garden Agreement, clause 2; where your own place has another, that one holds.',
    })
    // 9 November was off, and has no name.
    expect(dueIn(await due('payRent', '2022-10-25'))).toMatchObject({
      due: '2022-11-10',
      explanation:
        '自2022年10月25日的次日起算15日，至2022年11月9日届满；11月9日放假，顺延至2022年11月10日。依据：《园规》第三条。',
    })
    expect(dueIn(await due('reportFlood', '2022-10-31T23:30')).due).toBe('2022-11-01T01:30')
  })

  test('is refused with what is wrong, and past what is known', async () => {
    const unknown = await due('mend', '2022-12-20')
    expect(unknown.status).toBe(422)
    expect(unknown.body.problems).toEqual([
      { code: 'calendarUnknown', values: { from: '2022-01-01', until: '2022-12-28' } },
    ])
    expect((await due('constructor', '2022-10-31')).status).toBe(404)
    expect(refusals(await due('sow', '2022-10-31'))).toEqual(['noSuchClock clock'])
    expect(refusals(await due('mend', '2022-02-30'))).toEqual(['notDate from'])
    expect(refusals(await due('mend', '2022-10-31T08:00'))).toEqual(['notDate from'])
    expect(refusals(await due('reportFlood', '2022-10-31'))).toEqual(['notMoment from'])
    expect((await lin.get('/api/deadlines?clock=mend')).status).toBe(400)
    expect((await office.stranger.get('/api/deadlines?clock=mend&from=2022-10-31')).status).toBe(401)
  })
})

describe('a notice', () => {
  test.each([
    ['for a year that leaves a gap', { year: 2024, days: [off('2024-03-11')] }, 'outOfRange year'],
    ['for a year before all', { year: 2021, days: [off('2021-03-15')] }, 'outOfRange year'],
    ['with a day of another year', { days: [off('2023-12-29')] }, 'outOfRange days.0.day'],
    [
      'with a day too early for its year',
      { days: [off('2023-03-13'), off('2022-12-28')] },
      'outOfRange days.1.day',
    ],
    ['with one day twice', { days: [off('2023-03-13'), off('2023-03-13')] }, 'badRequest days.1.day'],
    [
      'with a Tuesday that is worked',
      { days: [off('2023-03-13'), work('2023-03-14')] },
      'badRequest days.1.day',
    ],
    ['without a day off', { days: [work('2023-03-18')] }, 'required days'],
    ['without a day', { days: [] }, 'badRequest days'],
    ['with a day that does not exist', { days: [off('2023-02-29')] }, 'badRequest days.0.day'],
    ['without its source', { source: '' }, 'badRequest source'],
  ])('%s is refused', async (_what, change, refusal) => {
    expect(refusals(await qin.post('/api/calendar', { ...notice, ...change }))).toEqual([refusal])
  })

  test('is entered by an administrator and nobody else', async () => {
    for (const name of ['lin', 'he', 'zhou']) {
      const answer = await (await office.as(name)).post('/api/calendar', notice)
      expect([answer.status, answer.body.problems[0]!.code]).toEqual([403, 'notAllowed'])
    }
    expect((await office.stranger.post('/api/calendar', notice)).status).toBe(401)
    expect(await office.census()).toEqual(before)
  })

  test('makes its year known, once, and says who entered it', async () => {
    const key = { 'idempotency-key': 'notice-of-2023' }
    const answer = await qin.post('/api/calendar', notice, key)
    expect(answer.body).toEqual({ year: 2023, knownFrom: '2022-01-01', knownUntil: '2023-12-28' })
    expect((await qin.post('/api/calendar', notice, key)).body).toEqual(answer.body)
    expect(await kinds('2022-12-26', '2023-01-03')).toBe('wwww-w-ww')
    expect(await kinds('2023-03-10', '2023-03-14')).toBe('w---w')
    const due = await lin.get('/api/deadlines?clock=mend&from=2022-12-26')
    expect(dueIn(due).explanation).toBe(
      '自2022年12月26日的次日起算7个工作日，跳过12月30日（守岁日）、2023年1月1日（周末），12月31日调休上班，计入，至2023年1月4日届满。依据：《园规》第六条。',
    )
    const { rows } = await sql`select register, version, act, by_name, before, after from anzhi.event
      where register = 'anzhi.calendar'`.execute(office.house.database)
    expect(rows).toEqual([
      {
        register: 'anzhi.calendar',
        version: 1,
        act: 'enterCalendar',
        by_name: '秦朗',
        before: { days: {} },
        after: {
          source: '园务处〔2022〕9号',
          days: {
            '2022-12-30': { kind: 'off', holiday: '守岁日' },
            '2022-12-31': { kind: 'work' },
            '2023-03-13': { kind: 'off', holiday: 'seedDay' },
            '2023-10-02': { kind: 'off', holiday: 'harvestWeek' },
          },
        },
      },
    ])
    expect(await office.census()).toEqual({
      ...before,
      'anzhi.calendar_day': before['anzhi.calendar_day']! + 4,
      'anzhi.event': before['anzhi.event']! + 1,
      'anzhi.request': before['anzhi.request']! + 1,
    })
  })

  test('entered again takes the place of the first, and leaves the other years alone', async () => {
    const better = { ...notice, days: notice.days.slice(2) }
    expect((await qin.post('/api/calendar', better)).status).toBe(200)
    expect(await kinds('2022-12-26', '2023-01-03')).toBe('wwwww--ww')
    expect(await kinds('2022-10-01', '2022-10-16')).toBe('-------wwwwwww--')
    expect((await office.census())['anzhi.calendar_day']).toBe(before['anzhi.calendar_day']! + 2)
  })

  test('two people who enter one at the same moment come one after the other', async () => {
    const again = await office.signIn('qin')
    const answers = await Promise.all(
      [qin, again, qin, again].map((who) => who.post('/api/calendar', notice)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { rows } = await sql<{ version: number }>`select version from anzhi.event
      where register = 'anzhi.calendar' order by version`.execute(office.house.database)
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await kinds('2022-12-26', '2023-01-03')).toBe('wwww-w-ww')
  })

  test('outlives the next start and a pack that knows more', async () => {
    const own = { ...notice, year: 2022, days: [off('2022-05-04')] }
    expect((await qin.post('/api/calendar', own)).status).toBe(200)
    const { pack, packVersion } = office.house
    const owner = await ownerOf(office)
    try {
      const counted = await office.census()
      await applySchema(owner, pack, packVersion)
      expect(await office.census()).toEqual(counted)
      // The office took the harvest week of 2022 away: the pack does not bring it back.
      expect(await kinds('2022-10-01', '2022-10-09')).toBe('--wwwww--')
      const days = {
        ...pack.calendar.days,
        '2023-06-21': { kind: 'off' as const },
        '2024-06-21': { kind: 'off' as const, holiday: 'seedDay' },
      }
      await applySchema(
        owner,
        { ...pack, calendar: { ...pack.calendar, days, knownUntil: '2024-12-28' } },
        'more',
      )
      expect(await kinds('2023-06-20', '2023-06-22')).toBe('www')
      expect(await kinds('2024-06-20', '2024-06-22')).toBe('w--')
      expect(calendarIn(await lin.get('/api/calendar')).knownUntil).toBe('2024-12-28')
      // A pack that corrects itself is followed, where no office has spoken.
      const corrected = { '2024-06-20': { kind: 'off' as const } }
      await applySchema(
        owner,
        { ...pack, calendar: { ...pack.calendar, days: corrected, knownUntil: '2024-12-28' } },
        'else',
      )
      expect(await kinds('2024-06-20', '2024-06-22')).toBe('-w-')
      // Years beyond a gap stay unknown.
      const far = { knownFrom: '2030-01-01', knownUntil: '2030-12-28', days: {} }
      await applySchema(owner, { ...pack, calendar: far }, 'far')
      expect(calendarIn(await lin.get('/api/calendar')).knownUntil).toBe('2024-12-28')
    } finally {
      await owner.destroy()
    }
  })
})

test('an installation without a calendar knows no day, until somebody enters one', async () => {
  const bare = await openOffice()
  try {
    const owner = await ownerOf(bare)
    await sql`delete from anzhi.setting where name like 'calendar%'`.execute(owner)
    await sql`delete from anzhi.calendar_day`.execute(owner)
    await owner.destroy()
    const keeper = await bare.as('qin')
    const first = calendarIn(await keeper.get('/api/calendar?from=2022-10-31&to=2022-10-31'))
    expect(first).toEqual({
      knownFrom: null,
      knownUntil: null,
      days: [{ day: '2022-10-31', kind: null, holiday: null }],
    })
    expect(refusals(await keeper.get('/api/deadlines?clock=mend&from=2022-10-31'))).toEqual([
      'calendarUnknown',
    ])
    const answer = await keeper.post('/api/calendar', notice)
    expect(answer.body).toEqual({ year: 2023, knownFrom: '2022-12-29', knownUntil: '2023-12-28' })
  } finally {
    await bare.close()
  }
})
