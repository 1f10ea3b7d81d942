import { describe, expect, it } from 'vitest'
import { actsForOthers, entersForOthers, type LivingRecord, type Values } from './index.ts'
import { allotment, idOf, letter } from './testing/allotment.ts'
import { after, attempt, bai, he, lin, link, organs, refusals, tao, today, zhou } from './testing/garden.ts'

const words: Values = {
  subject: '请修东侧水渠',
  sender: link(organs.east),
  addressee: link(organs.west),
}

const drafted = (by = zhou, day = today): LivingRecord =>
  after(null, by, 'create', { register: letter, values: words, day })

describe('an act that several may do', () => {
  it('is open to each in their own way, and to nobody else', () => {
    for (const actor of [lin, he, zhou])
      expect(attempt(null, actor, 'create', { register: letter, values: words }).ok, actor.name).toBe(true)
    // A warden and a gardener only for their own organ; the steward for any.
    expect(refusals(null, bai, 'create', { register: letter, values: words })).toEqual(['notAllowed sender'])
    const ofTheWest = { ...words, sender: link(organs.west) }
    expect(attempt(null, lin, 'create', { register: letter, values: ofTheWest }).ok).toBe(true)
    expect(refusals(drafted(), lin, 'send', { register: letter })).toEqual(['notAllowed'])
  })
})

/** Drafted and sent by 周禾, checked by 何田, signed by 林晚. */
const sent = (): LivingRecord =>
  [[zhou, 'send'] as const, [he, 'sendCheck'] as const, [lin, 'sendSign'] as const].reduce(
    (record, [by, act]) => after(record, by, act, { register: letter }),
    drafted(),
  )

describe('an act that several hands must not do', () => {
  it('is not done by any of them, whichever act was theirs', () => {
    const west = [organs.office, organs.west]
    for (const actor of [zhou, lin]) {
      const moved = { ...actor, roles: ['gardener'], organPath: west }
      expect(refusals(sent(), moved, 'answer', { register: letter }), actor.name).toEqual(['notByWhoDid'])
    }
    // Who only checked it may.
    expect(attempt(sent(), { ...he, organPath: west }, 'answer', { register: letter }).ok).toBe(true)
    expect(attempt(sent(), tao, 'answer', { register: letter }).ok).toBe(true)
  })
})

describe('an act that others have to agree to', () => {
  const waiting = () => after(drafted(), zhou, 'send', { register: letter })
  const checked = () => after(waiting(), he, 'sendCheck', { register: letter })

  it('waits for one after the other, and is done by the last', () => {
    expect(waiting()).toMatchObject({ state: 'sendCheck', values: { subject: words.subject } })
    expect(waiting().values.sentOn).toBeUndefined()
    expect(refusals(waiting(), lin, 'sendSign', { register: letter })).toEqual(['wrongState'])
    expect(checked().state).toBe('sendSign')
    const values = { sentOn: '2022-10-31' }
    expect(after(checked(), lin, 'sendSign', { register: letter, values })).toMatchObject({
      state: 'sent',
      values,
    })
  })

  it('is agreed to by another person each time', () => {
    const own = after(drafted(), he, 'send', { register: letter })
    expect(refusals(own, he, 'sendCheck', { register: letter })).toEqual(['notByWhoDid'])
    const both = { ...he, roles: ['steward'] }
    expect(refusals(checked(), both, 'sendSign', { register: letter })).toEqual(['notByWhoDid'])
    const asker = { ...zhou, roles: ['steward'] }
    expect(refusals(checked(), asker, 'sendSign', { register: letter })).toEqual(['notByWhoDid'])
  })

  it('is led back by whoever has to agree now, with a reason, and may be asked for again', () => {
    const back = { register: letter, reason: '写明地块' }
    expect(refusals(waiting(), lin, 'sendRefuse', back)).toEqual(['notAllowed'])
    expect(refusals(waiting(), he, 'sendRefuse', { register: letter })).toEqual(['required reason'])
    expect(after(waiting(), he, 'sendRefuse', back).state).toBe('draft')
    expect(refusals(checked(), he, 'sendRefuse', back)).toEqual(['notAllowed'])
    const draft = after(checked(), lin, 'sendRefuse', back)
    expect(attempt(draft, zhou, 'send', { register: letter }).ok).toBe(true)
  })
})

describe('an act that is entered late', () => {
  it('needs a reason beyond what its register allows, whether a field has its day or not', () => {
    const early = '2022-10-20'
    const doing = { register: letter, values: words }
    expect(refusals(null, zhou, 'create', { ...doing, day: early })).toEqual(['reasonNeeded reason'])
    expect(attempt(null, zhou, 'create', { ...doing, day: '2022-10-21' }).ok).toBe(true)
    const late = after(null, zhou, 'create', { ...doing, day: '2022-10-01', reason: '补录' })
    expect(refusals(late, zhou, 'send', { register: letter, day: early })).toEqual(['reasonNeeded reason'])
    const asked = after(late, zhou, 'send', { register: letter, day: early, reason: '补录' })
    const checked = after(asked, he, 'sendCheck', { register: letter, day: early, reason: '补录' })
    const values = { sentOn: early }
    expect(refusals(checked, lin, 'sendSign', { register: letter, values })).toEqual(['reasonNeeded reason'])
    expect(attempt(checked, lin, 'sendSign', { register: letter, values, reason: '补录' }).ok).toBe(true)
  })

  it('is measured by its own date field where that says more', () => {
    // A fault may be entered thirty days late, its last look only fifteen.
    const values = { what: '门坏了', plot: link(idOf(21)), grade: 'minor', foundBy: link(organs.east) }
    const found = after(null, he, 'create', { values: { ...values, foundOn: '2022-10-03' } })
    const look = { values: { after: [idOf(700)], verifiedOn: '2022-10-10' } }
    expect(refusals(found, he, 'mendAtOnce', look)).toEqual(['reasonNeeded reason'])
  })
})

describe('what may be typed for others', () => {
  const offered = (record: LivingRecord | null) =>
    actsForOthers(allotment, letter, record).map(({ act, organ }) => `${act.id} ${organ ?? '?'}`)

  it('is what an organ that does its own business may do now, with the organ that it has to be', () => {
    expect(offered(null)).toEqual(['create ?'])
    const correct = ['correct ?', 'withdraw ?']
    expect(offered(drafted())).toEqual([`send ${organs.east}`, ...correct])
    expect(offered(sent())).toEqual([`answer ${organs.west}`, ...correct])
    // Signing is the steward's, who coordinates: nobody does it for her.
    const checked = [[zhou, 'send'] as const, [he, 'sendCheck'] as const].reduce(
      (record, [by, act]) => after(record, by, act, { register: letter }),
      drafted(),
    )
    expect(offered(checked)).toEqual(correct)
  })

  it('is typed only by who may', () => {
    expect([lin, he, zhou].map(({ roles }) => entersForOthers(allotment, roles))).toEqual([
      true,
      false,
      false,
    ])
  })
})
