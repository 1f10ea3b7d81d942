import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/index.ts'
import type { LivingRecord, Values } from '../record/index.ts'
import { idOf } from '../record/testing/allotment.ts'
import { firstResponsiblePerson, holdersOf, inOfficialOrder, leadersOn } from './index.ts'

const link = (n: number) => ({ id: idOf(n), text: null })

/** A post with the days on which its place, or what it answers for, changed. */
function post(
  id: number,
  organ: number,
  ...life: [from: Day, tracked: Values, state?: string][]
): LivingRecord {
  const spans = life.map(([from, tracked, state = 'active'], i) => ({
    ...{ from, until: life[i + 1]?.[0] ?? null, act: 'create', by: idOf(900), state },
    tracked: { order: null, answersFirst: null, ...tracked },
  }))
  const values = { name: '主任', organ: link(organ), ...spans.at(-1)!.tracked }
  return { id: idOf(id), version: 1, state: spans.at(-1)!.state, values, spans }
}

function holding(
  id: number,
  person: number,
  of: number,
  heldFrom: Day,
  heldUntil?: Day,
  state = 'recorded',
): LivingRecord {
  const values = {
    person: link(person),
    post: link(of),
    heldFrom,
    ...(heldUntil === undefined ? {} : { heldUntil }),
  }
  return { id: idOf(id), version: 1, state, values, spans: [] }
}

/** The garden's office (1) and the east garden (2). 林晚 is 11, 何田 12, 白露 13, 周禾 14. */
const garden = {
  posts: [
    post(101, 1, ['2022-01-01', { order: 1, answersFirst: true }]),
    // The two deputies changed places on 1 June; the second was abolished on 1 September.
    post(
      102,
      1,
      ['2022-01-01', { order: 2 }],
      ['2022-06-01', { order: 3 }],
      ['2022-09-01', { order: 3 }, 'ended'],
    ),
    post(103, 1, ['2022-01-01', { order: 3 }], ['2022-06-01', { order: 2 }]),
    post(104, 2, ['2022-01-01', { answersFirst: true }]),
    post(105, 2, ['2022-01-01', { order: 9 }]),
  ],
  holdings: [
    holding(201, 11, 101, '2020-03-01'),
    holding(202, 12, 102, '2021-01-01'),
    holding(203, 13, 103, '2021-01-01', '2022-07-14'),
    holding(204, 14, 103, '2022-07-20'),
    holding(205, 12, 104, '2022-01-01', '2022-03-31'),
    holding(206, 13, 104, '2022-04-01'),
    holding(207, 14, 104, '2022-02-01', undefined, 'withdrawn'),
  ],
}
const names: Record<string, string> = {
  [idOf(11)]: '林晚',
  [idOf(12)]: '何田',
  [idOf(13)]: '白露',
  [idOf(14)]: '周禾',
}

describe('the leaders’ table', () => {
  it.each([
    ['2021-06-01', ['林晚', '何田', '白露']],
    ['2022-05-31', ['林晚', '何田', '白露']],
    ['2022-06-01', ['林晚', '白露', '何田']],
    ['2022-07-14', ['林晚', '白露', '何田']],
    // Vacant for five days.
    ['2022-07-15', ['林晚', '何田']],
    ['2022-08-31', ['林晚', '周禾', '何田']],
    ['2022-09-01', ['林晚', '周禾']],
    ['2020-02-29', []],
  ])('on %s is %j', (day, wanted) => {
    expect(leadersOn(garden, day).map(({ person }) => names[person])).toEqual(wanted)
  })

  it('names each with the post', () => {
    expect(leadersOn(garden, '2022-09-01')).toEqual([
      { post: idOf(101), person: idOf(11) },
      { post: idOf(103), person: idOf(14) },
    ])
  })

  it('lets two hold one post while it is handed over, the earlier first', () => {
    const holdings = [holding(301, 14, 101, '2022-05-01'), ...garden.holdings]
    expect(holdersOf({ ...garden, holdings }, idOf(101), '2022-05-01')).toEqual([idOf(11), idOf(14)])
  })
})

describe('who answers first', () => {
  it.each([
    [1, '2022-10-31', '林晚'],
    [2, '2022-03-31', '何田'],
    [2, '2022-04-01', '白露'],
    [2, '2021-12-31', undefined],
    [3, '2022-10-31', undefined],
  ])('for organ %s on %s is %s', (organ, day, name) => {
    expect(names[firstResponsiblePerson(garden, idOf(organ), day) ?? '']).toBe(name)
  })
})

it('organs stand in the official order, those without a rank last and in the order of their entry', () => {
  const organ = (n: number, rank?: number) => ({ id: idOf(n), values: rank === undefined ? {} : { rank } })
  const organs = [organ(9), organ(4, 2), organ(3, 10), organ(8), organ(7, 2)]
  expect(inOfficialOrder(organs).map(({ id }) => Number(id.slice(-3)))).toEqual([4, 7, 3, 8, 9])
})
