import { describe, expect, it } from 'vitest'
import type { Register } from '../pack/index.ts'
import type { LivingRecord } from './index.ts'
import { fault, idOf } from './testing/allotment.ts'
import {
  after,
  attempt,
  bai,
  change,
  type Doing,
  found,
  he,
  lifeOf,
  lin,
  link,
  mended,
  notified,
  onDay,
  organs,
  refusals,
  submitted,
  today,
  verified,
  zhou,
} from './testing/garden.ts'

const because = '录入有误'
const corrected = (record: LivingRecord, values: Doing['values']) =>
  after(record, he, 'correct', { values, reason: because })
const refusal = (record: LivingRecord, values: Doing['values'], reason: string | undefined = because) =>
  refusals(record, he, 'correct', { values, ...(reason === '' ? {} : { reason }) })

describe('何田 corrects what she wrote', () => {
  it('without a reason as long as it is only found, later with one', () => {
    expect(attempt(found(), he, 'correct', { values: { what: '水管爆裂' } }).ok).toBe(true)
    expect(refusal(notified(), { what: '水管爆裂' }, '')).toEqual(['reasonNeeded reason'])
    expect(attempt(notified(), he, 'correct', { values: { what: '水管爆裂' }, reason: because }).ok).toBe(
      true,
    )
  })

  it('and it is one more act on the record, but no step in its life', () => {
    const { spans } = notified()
    expect(change(notified(), he, 'correct', { values: { what: '水管爆裂' }, reason: because })).toEqual({
      register: 'fault',
      act: 'correct',
      kind: 'correct',
      id: notified().id,
      version: 3,
      state: 'notified',
      values: { ...notified().values, what: '水管爆裂' },
      spans,
      tags: [],
      before: { what: '水管滴漏' },
      after: { what: '水管爆裂' },
      day: today,
      reason: because,
    })
  })

  it('on the day she does it, whatever day she names', () => {
    expect(change(found(), he, 'correct', { values: { cost: '5' }, day: '2022-10-12' }).day).toBe(today)
  })

  it('where there is something to correct', () => {
    expect(refusal(found(), {}, '')).toEqual(['nothingToDo'])
    // The same value, its parts in another order.
    const same = { plot: { text: null, id: idOf(21) }, foundOn: '2022-10-10', cost: null }
    expect(refusal(found(), same, '')).toEqual(['nothingToDo'])
  })

  it('but not the running number, and she empties nothing that must be known', () => {
    expect(refusal(found(), { number: 'YD-2022-9' })).toEqual(['notAsked number'])
    expect(refusal(found(), { plot: null })).toEqual(['required plot'])
    expect(corrected(found({ cost: '5' }), { cost: null }).values.cost).toBeNull()
  })

  it('as 白露 and 林晚 may too, but not 周禾', () => {
    for (const actor of [bai, lin])
      expect(attempt(found(), actor, 'correct', { values: { cost: '5' } }).ok).toBe(true)
    expect(refusals(found(), zhou, 'correct', { values: { cost: '5' } })).toEqual(['notAllowed'])
  })
})

describe('a tracked value that was wrong', () => {
  const tracked = (record: LivingRecord, field: string) => record.spans.map((span) => span.tracked[field])

  it('was wrong from the beginning', () => {
    const record = corrected(submitted(), { grade: 'serious' })
    expect(tracked(record, 'grade')).toEqual(['serious', 'serious', 'serious'])
    expect(record.values.grade).toBe('serious')
  })

  it('was wrong only as long as it stood there', () => {
    const extended = after(notified(), lin, 'extend', {
      values: { due: onDay('2022-10-25') },
      reason: '缺件',
    })
    expect(tracked(corrected(extended, { due: onDay('2022-10-26') }), 'due')).toEqual([
      null,
      onDay('2022-10-20'),
      onDay('2022-10-26'),
    ])
    expect(tracked(corrected(submitted(), { owner: link(organs.west) }), 'owner')).toEqual([
      null,
      link(organs.west),
      link(organs.west),
    ])
  })

  it('leaves an earlier stretch alone that had the same value once before', () => {
    const first = after(notified(), lin, 'extend', { values: { due: onDay('2022-10-25') }, reason: '缺件' })
    const again = after(first, lin, 'extend', { values: { due: onDay('2022-10-20') }, reason: '到货' })
    expect(tracked(corrected(again, { due: onDay('2022-10-21') }), 'due')).toEqual([
      null,
      onDay('2022-10-20'),
      onDay('2022-10-25'),
      onDay('2022-10-21'),
    ])
  })

  it('that was never known was not known before either', () => {
    expect(tracked(corrected(found(), { owner: link(organs.east) }), 'owner')).toEqual([link(organs.east)])
    expect(tracked(corrected(notified(), { owner: null }), 'owner')).toEqual([null, null])
  })
})

describe('the day of an act that was wrong', () => {
  it('is moved, and the stretch before it ends there', () => {
    expect(lifeOf(corrected(verified(), { verifiedOn: '2022-10-19' }))).toEqual([
      'create found 2022-10-10 2022-10-11',
      'notify notified 2022-10-11 2022-10-18',
      'submit submitted 2022-10-18 2022-10-19',
      'verify verified 2022-10-19 …',
    ])
    expect(lifeOf(corrected(found(), { foundOn: '2022-10-08' }))).toEqual(['create found 2022-10-08 …'])
  })

  it('goes as far as the acts beside it, and no further', () => {
    expect(lifeOf(corrected(submitted(), { foundOn: '2022-10-11' }))[0]).toBe(
      'create found 2022-10-11 2022-10-11',
    )
    expect(refusal(submitted(), { foundOn: '2022-10-12' })).toEqual(['outOfOrder foundOn'])
    expect(refusal(verified(), { mendedOn: '2022-10-21' })).toEqual(['outOfOrder mendedOn'])
    expect(refusal(verified(), { mendedOn: '2022-10-10' })).toEqual(['outOfOrder mendedOn'])
  })

  it('may pass the day of another that is moved with it', () => {
    const both = { mendedOn: '2022-10-25', verifiedOn: '2022-10-26' }
    expect(lifeOf(corrected(verified(), both)).slice(1)).toEqual([
      'notify notified 2022-10-11 2022-10-25',
      'submit submitted 2022-10-25 2022-10-26',
      'verify verified 2022-10-26 …',
    ])
    expect(refusal(verified(), { mendedOn: '2022-10-27', verifiedOn: '2022-10-26' })).toEqual([
      'outOfOrder mendedOn',
      'outOfOrder verifiedOn',
    ])
  })

  it('is not tomorrow, and not nothing', () => {
    expect(refusal(submitted(), { mendedOn: null, foundOn: '2022-11-01' }).sort()).toEqual([
      'inFuture foundOn',
      'required mendedOn',
    ])
    // Also where the field itself has no limit.
    const careless: Register = JSON.parse(JSON.stringify(fault))
    careless.fields.verifiedOn!.spec = { type: 'date' }
    const correction = { register: careless, values: { verifiedOn: '2022-11-01' }, reason: because }
    expect(refusals(verified(), he, 'correct', correction)).toEqual(['inFuture verifiedOn'])
  })

  it('is told together with everything else', () => {
    expect(
      refusal(verified(), { mendedOn: '2022-10-21', cost: 'dear', verifiedOn: null }, '').sort(),
    ).toEqual(['notMoney cost', 'outOfOrder mendedOn', 'reasonNeeded reason', 'required verifiedOn'])
  })

  it('belongs to the act that was done last, where two acts set one date', () => {
    const atOnce = after(found(), he, 'mendAtOnce', { ...mended, day: '2022-10-18' })
    const orders = { owner: link(organs.east), person: link(idOf(14)), due: onDay('2022-10-30') }
    const told = corrected(atOnce, orders)
    const again = after(told, lin, 'reopen', {
      values: { due: orders.due },
      reason: '又漏了',
      day: '2022-10-21',
    })
    const mendedAgain = after(again, zhou, 'submit', { ...mended, day: '2022-10-23' })
    const end = after(mendedAgain, he, 'verify', { day: '2022-10-25' })
    expect(lifeOf(corrected(end, { verifiedOn: '2022-10-24' }))).toEqual([
      'create found 2022-10-10 2022-10-18',
      'mendAtOnce verified 2022-10-18 2022-10-21',
      'reopen notified 2022-10-21 2022-10-23',
      'submit submitted 2022-10-23 2022-10-24',
      'verify verified 2022-10-24 …',
    ])
  })

  it('far back needs a reason even where corrections are free', () => {
    expect(refusal(found(), { foundOn: '2022-09-30' }, '')).toEqual(['reasonNeeded reason'])
    expect(attempt(found(), he, 'correct', { values: { foundOn: '2022-10-01' } }).ok).toBe(true)
    expect(attempt(found(), he, 'correct', { values: { foundOn: '2022-09-30' }, reason: because }).ok).toBe(
      true,
    )
    // A day that was there before and is only sent along asks for nothing.
    const later = { values: { foundOn: '2022-10-10', cost: '5' }, today: '2022-12-31' }
    expect(attempt(found(), he, 'correct', later).ok).toBe(true)
  })

  it('stays on the right side of the other dates', () => {
    expect(refusal(submitted(), { foundOn: '2022-10-09', due: onDay('2022-10-08') })).toEqual([
      'tooEarly due',
    ])
    expect(refusal(submitted(), { mendedOn: '2022-10-09' }).sort()).toEqual([
      'outOfOrder mendedOn',
      'tooEarly mendedOn',
    ])
  })
})
