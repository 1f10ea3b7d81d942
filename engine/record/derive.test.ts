import { describe, expect, it } from 'vitest'
import type { Pack } from '../pack/index.ts'
import { allotment, composed, idOf, plot, visit } from './testing/allotment.ts'
import {
  after,
  attempt,
  change,
  type Doing,
  he,
  leakingTap,
  lin,
  link,
  organs,
  qin,
  refusals,
  verified,
} from './testing/garden.ts'

const walked = {
  visitedOn: '2022-10-20',
  plot: link(idOf(21)),
  organ: link(organs.east),
  kind: 'harvest',
  people: 2,
}
const onVisit = (values: Doing['values']): Doing => ({ register: visit, values })
const made = (values: Doing['values'] = {}) => after(null, he, 'create', onVisit({ ...walked, ...values }))

describe('a sum over rows', () => {
  it('is exact, and follows every correction of a row', () => {
    const picked = [
      { crop: 'leaf/chard', worth: '0.10' },
      { crop: 'fruit/apple', worth: '0.20' },
    ]
    const first = made({ picked })
    expect(first.values.worth).toBe('0.30')
    const corrected = change(first, he, 'correct', {
      ...onVisit({ picked: [picked[0], { crop: 'fruit/apple', worth: '30' }] }),
      reason: '看错了秤',
    })
    expect(corrected.values.worth).toBe('30.10')
    expect([corrected.before.worth, corrected.after.worth]).toEqual(['0.30', '30.10'])
  })

  it('is unknown while one of the rows is, and without rows', () => {
    expect(made().values.worth ?? null).toBeNull()
    const picked = [{ crop: 'leaf/chard', worth: '1.00' }, { crop: 'leaf' }]
    expect(made({ picked }).values.worth ?? null).toBeNull()
    const known = made({ picked: [picked[0]] })
    expect(after(known, he, 'correct', { ...onVisit({ picked }), reason: '漏了' }).values.worth).toBeNull()
  })

  it('that is more than its field can hold is told at its field', () => {
    const worth = '999999999999999.00'
    const picked = [
      { crop: 'leaf', worth },
      { crop: 'fruit', worth },
    ]
    expect(refusals(null, he, 'create', onVisit({ ...walked, picked }))).toEqual(['notMoney worth'])
  })
})

describe('the highest threshold that is reached', () => {
  it.each([
    // Kilograms, yuan: poor from 0 kg; fair from 10 kg or 50; rich from 40 kg or 200.50.
    [0, '0', 'poor'],
    [9, '49.99', 'poor'],
    [10, '0', 'fair'],
    [0, '50', 'fair'],
    [40, '-20.25', 'rich'],
    [0, '200.50', 'rich'],
    [0, '200.49', 'fair'],
  ])('for %s and %s is %s', (harvest, takings, season) => {
    expect(made({ harvest, takings }).values.season).toBe(season)
  })

  it('is unknown while one of the numbers is', () => {
    expect(made({ harvest: 40 }).values.season ?? null).toBeNull()
    expect(made({ takings: '300' }).values.season ?? null).toBeNull()
  })

  it('is tracked like any other value: a correction rewrites the life', () => {
    const rich = made({ harvest: 40, takings: '0' })
    expect(rich.spans[0]!.tracked).toEqual({ season: 'rich' })
    const poor = after(rich, he, 'correct', { ...onVisit({ harvest: 4 }), reason: '看错了秤' })
    expect(poor.spans.map(({ tracked }) => tracked)).toEqual([{ season: 'poor' }])
  })
})

describe('the days between two dates', () => {
  const leased = (values: Doing['values']): Doing => ({
    register: plot,
    values: { code: 'D-09', kind: 'herb', garden: link(organs.east), ...values },
  })
  it('are counted over the leap day, and unknown while one date is', () => {
    const dates = { leasedFrom: '2024-02-28', leasedUntil: '2024-03-01' }
    const record = after(null, qin, 'create', leased(dates))
    expect(record.values.leaseDays).toBe(2)
    expect(
      after(record, lin, 'correct', { register: plot, values: { leasedUntil: null } }).values.leaseDays,
    ).toBeNull()
    expect(after(null, qin, 'create', leased({ leasedFrom: '2024-02-28' })).values).not.toHaveProperty(
      'leaseDays',
    )
  })
})

describe('the highest of several choices', () => {
  it('is one of them in the order of their list', () => {
    const fittings = [{ what: '弯头', wear: 'serious' }]
    expect(after(null, he, 'create', { values: { ...leakingTap, fittings } }).values.worst).toBe('serious')
    const minor = [{ what: '弯头', wear: 'minor' }]
    expect(after(null, he, 'create', { values: { ...leakingTap, fittings: minor } }).values.worst).toBe(
      'minor',
    )
    const open = [...minor, { what: '胶带' }]
    const values = after(null, he, 'create', { values: { ...leakingTap, fittings: open } }).values
    expect(values.worst ?? null).toBeNull()
  })
})

it('nobody gives what follows from other values, and a withdrawal leaves it as it is', () => {
  expect(refusals(null, he, 'create', onVisit({ ...walked, worth: '3.00' }))).toEqual(['notGiven worth'])
  expect(refusals(made(), he, 'correct', { ...onVisit({ season: null }), reason: '看错' })).toEqual([
    'notGiven season',
  ])
  expect(change(verified(), he, 'withdraw', { reason: '误报' }).after).toEqual({ state: 'withdrawn' })
})

it('an act may need it: what it follows from must then be known', () => {
  const careful: Pack = JSON.parse(JSON.stringify(allotment))
  careful.registers.visit!.acts.create!.needs.push('season')
  const at = { pack: careful, register: careful.registers.visit! }
  expect(refusals(null, he, 'create', { ...at, values: walked })).toEqual(['required season'])
  const values = { ...walked, harvest: 1, takings: '1' }
  expect(attempt(null, he, 'create', { ...at, values }).ok).toBe(true)
})

it('one may follow from another that stands before it', () => {
  const words = Object.fromEntries(
    ['register.basket', 'field.basket.a', 'field.basket.b', 'field.basket.days', 'field.basket.size']
      .concat(['role.keeper', 'option.size.s', 'option.size.l'])
      .map((key) => [key, key]),
  )
  const by = { by: { role: 'keeper' } }
  const pack = composed({
    id: 'baskets',
    version: '1',
    buildsOn: [],
    roles: { keeper: { sees: 'district' } },
    options: { size: ['s', 'l'] },
    registers: {
      basket: {
        title: '{a}',
        fields: {
          a: { type: 'date' },
          b: { type: 'deadline' },
          days: { type: 'derived', as: { type: 'integer' }, from: { daysBetween: ['a', 'b'] } },
          size: {
            type: 'derived',
            as: { type: 'choice', options: 'size' },
            from: { threshold: { days: { s: -5, l: 10 } } },
          },
        },
        create: by,
        correct: by,
        withdraw: by,
        list: { columns: ['a'] },
      },
    },
    words: { zh: words, en: words },
  })
  const keeper = { ...he, roles: ['keeper'] }
  const values = { a: '2022-10-01', b: { kind: 'day', date: '2022-10-11' } }
  const basket = after(null, keeper, 'create', { pack, register: pack.registers.basket!, values })
  expect(basket.values).toMatchObject({ days: 10, size: 'l' })
})
