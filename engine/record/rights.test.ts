import { describe, expect, it } from 'vitest'
import type { LivingRecord, Values } from './index.ts'
import { idOf, letter } from './testing/allotment.ts'
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
    expect(refusals(drafted(he), zhou, 'send', { register: letter })).toEqual(['notAllowed'])
  })
})

describe('an act that several hands must not do', () => {
  it('is not done by any of them, whichever act was theirs', () => {
    expect(refusals(drafted(he), he, 'send', { register: letter })).toEqual(['notByWhoDid'])
    const sent = after(drafted(), he, 'send', { register: letter })
    const both = { ...zhou, roles: ['warden'], organPath: [organs.office, organs.west] }
    expect(refusals(sent, both, 'answer', { register: letter })).toEqual(['notByWhoDid'])
    const sender = { ...he, organPath: [organs.office, organs.west] }
    expect(refusals(sent, sender, 'answer', { register: letter })).toEqual(['notByWhoDid'])
    expect(attempt(sent, tao, 'answer', { register: letter }).ok).toBe(true)
  })
})

describe('an act that is entered late', () => {
  it('needs a reason beyond what its register allows, whether a field has its day or not', () => {
    const early = '2022-10-20'
    const doing = { register: letter, values: words }
    expect(refusals(null, zhou, 'create', { ...doing, day: early })).toEqual(['reasonNeeded reason'])
    expect(attempt(null, zhou, 'create', { ...doing, day: '2022-10-21' }).ok).toBe(true)
    const late = after(null, zhou, 'create', { ...doing, day: '2022-10-01', reason: '补录' })
    expect(refusals(late, he, 'send', { register: letter, day: early })).toEqual(['reasonNeeded reason'])
    const values = { sentOn: early }
    expect(refusals(late, he, 'send', { register: letter, values })).toEqual(['reasonNeeded reason'])
    expect(attempt(late, he, 'send', { register: letter, values, reason: '补录' }).ok).toBe(true)
  })

  it('is measured by its own date field where that says more', () => {
    // A fault may be entered thirty days late, its last look only fifteen.
    const values = { what: '门坏了', plot: link(idOf(21)), grade: 'minor', foundBy: link(organs.east) }
    const found = after(null, he, 'create', { values: { ...values, foundOn: '2022-10-03' } })
    const look = { values: { after: [idOf(700)], verifiedOn: '2022-10-10' } }
    expect(refusals(found, he, 'mendAtOnce', look)).toEqual(['reasonNeeded reason'])
  })
})
