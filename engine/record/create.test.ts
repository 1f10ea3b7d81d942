import { describe, expect, it } from 'vitest'
import type { Pack } from '../pack/index.ts'
import { mayCreate } from './index.ts'
import { allotment, fault, idOf, plot, visit } from './testing/allotment.ts'
import {
  after,
  attempt,
  bai,
  change,
  found,
  he,
  leakingTap,
  lifeOf,
  lin,
  link,
  organs,
  qin,
  refusals,
  su,
  theRecord,
  today,
  zhou,
} from './testing/garden.ts'

describe('何田 records a fault that she found in her garden', () => {
  it('and its life begins on the day she found it', () => {
    expect(change(null, he, 'create', { values: leakingTap, reason: ' 巡园时发现 ' })).toEqual({
      register: 'fault',
      act: 'create',
      kind: 'create',
      id: theRecord,
      version: 1,
      state: 'found',
      values: leakingTap,
      tags: [],
      spans: [
        {
          from: '2022-10-10',
          until: null,
          act: 'create',
          by: he.account,
          state: 'found',
          tracked: { grade: 'minor', owner: null, due: null },
        },
      ],
      before: { what: null, plot: null, grade: null, foundOn: null, foundBy: null },
      after: { ...leakingTap, state: 'found' },
      day: '2022-10-10',
      reason: '巡园时发现',
    })
  })

  it('and who names no day means today, or the day she says', () => {
    const { foundOn, ...undated } = leakingTap
    expect(after(null, he, 'create', { values: undated }).values.foundOn).toBe(today)
    const said = after(null, he, 'create', { values: undated, day: '2022-10-12' })
    expect(said.values).toEqual({ ...undated, foundOn: '2022-10-12' })
    expect(refusals(null, he, 'create', { values: { ...undated, foundOn: null } })).toEqual([
      'required foundOn',
    ])
    // Where both are said, the field is the day.
    expect(lifeOf(after(null, he, 'create', { values: leakingTap, day: '2022-10-30' }))).toEqual([
      'create found 2022-10-10 …',
    ])
    expect(foundOn).toBe('2022-10-10')
  })

  it('but not for the other garden, nor for one that she only names', () => {
    expect(refusals(null, bai, 'create', { values: leakingTap })).toEqual(['notAllowed foundBy'])
    const written = { ...leakingTap, foundBy: { id: null, text: '东园' } }
    expect(refusals(null, he, 'create', { values: written })).toEqual(['notAllowed foundBy'])
    const office = { ...leakingTap, foundBy: link(organs.office) }
    expect(attempt(null, he, 'create', { values: office }).ok).toBe(true)
  })

  it('and is told of everything that is missing at once', () => {
    expect(refusals(null, he, 'create').sort()).toEqual([
      'required foundBy',
      'required grade',
      'required plot',
      'required what',
    ])
  })

  it('and is told of everything that is wrong at once', () => {
    const values = {
      ...{ what: ' ', plot: 'A1', grade: 'grave', foundOn: '2022-11-01', foundBy: null, cost: 'dear' },
      ...{ verifiedOn: '2022-10-10', number: 'YD-2022-1', colour: 'red', constructor: 1 },
    }
    expect(refusals(null, he, 'create', { values, reason: '\0' }).sort()).toEqual([
      'inFuture foundOn',
      'notAsked number',
      'notAsked verifiedOn',
      'notLink plot',
      'notMoney cost',
      'notOption grade',
      'notText reason',
      'required foundBy',
      'required what',
      'unknownField colour',
      'unknownField constructor',
    ])
  })

  it('but after thirty days she says why it comes so late', () => {
    const on = (foundOn: string) => ({ values: { ...leakingTap, foundOn } })
    expect(attempt(null, he, 'create', on('2022-10-01')).ok).toBe(true)
    expect(refusals(null, he, 'create', on('2022-09-30'))).toEqual(['reasonNeeded reason'])
    expect(refusals(null, he, 'create', { ...on('2022-09-30'), reason: ' \n' })).toEqual([
      'reasonNeeded reason',
    ])
    expect(attempt(null, he, 'create', { ...on('2022-09-30'), reason: '台账补录' }).ok).toBe(true)
  })

  it('and what she leaves empty stays unknown', () => {
    const values = found({ cost: null, owner: null }).values
    expect(values.cost ?? null).toBeNull()
    expect(change(null, he, 'create', { values: { ...leakingTap, cost: null } }).after).not.toHaveProperty(
      'cost',
    )
  })
})

describe('who may make records', () => {
  it('is a matter of roles first', () => {
    const may = (register: typeof fault) =>
      [lin, he, zhou, qin, su]
        .filter((actor) => mayCreate(allotment, register, actor))
        .map(({ name }) => name)
    expect(may(fault)).toEqual(['何田', '苏荷'])
    expect(may(plot)).toEqual(['林晚', '秦朗'])
    expect(refusals(null, zhou, 'create', { values: leakingTap })).toEqual(['notAllowed'])
  })

  it('is never a coordinating body where it is enforcement, even if a pack should name it', () => {
    const careless: Pack = JSON.parse(JSON.stringify(allotment))
    const register = careless.registers.visit!
    register.acts.create!.by = [{ roles: ['warden', 'steward'], in: 'organ', at: null }]
    const values = { plot: link(idOf(21)), organ: link(organs.office), kind: 'round', people: 2 }
    const inspect = { pack: careless, register, values }
    expect(refusals(null, lin, 'create', inspect)).toEqual(['notAllowed'])
    expect(mayCreate(careless, register, lin)).toBe(false)
    const withBoth = { ...lin, roles: ['steward', 'warden'] }
    expect(attempt(null, withBoth, 'create', inspect).ok).toBe(true)
    register.acts.create!.enforcement = false
    expect(attempt(null, lin, 'create', inspect).ok).toBe(true)
    expect(visit.acts.create!.enforcement).toBe(true)
  })
})

describe('an act that cannot be', () => {
  it('is one that the register does not have', () => {
    for (const act of ['mend', '', 'toString', '__proto__'])
      expect(refusals(null, he, act)).toEqual(['noSuchAct act'])
  })

  it('is making what is there, or changing what is not', () => {
    expect(refusals(found(), he, 'create', { values: leakingTap })).toEqual(['alreadyThere id'])
    expect(refusals(null, he, 'notify')).toEqual(['notFound id'])
  })
})
