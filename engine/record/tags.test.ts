import { describe, expect, it } from 'vitest'
import { applyAct } from './apply-act.ts'
import { type LivingRecord, nothingKnown, ruleTags, type Tag } from './index.ts'
import { allotment, fault, idOf, visit } from './testing/allotment.ts'
import {
  after,
  attempt,
  bai,
  he,
  leakingTap,
  lin,
  link,
  notified,
  refusals,
  submitted,
  today,
  zhou,
} from './testing/garden.ts'

const [storm, spring] = [idOf(801), idOf(802)]
const entered = (node: string, from: string, until: string | null = null): Tag => ({
  node,
  from,
  until,
  how: 'entered',
})

/** What is said of a record after somebody put it into campaigns, or took it out. */
function tagsAfter(
  record: LivingRecord,
  act: 'tag' | 'untag',
  tags: string[],
  day?: string,
): Tag[] | undefined {
  const done = attempt(record, he, act, { tags, day })
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  expect(done.value).toMatchObject({ state: record.state, values: record.values, spans: record.spans })
  return done.value.tags
}

const refusedTags = (record: LivingRecord, act: string, doing: object) => refusals(record, he, act, doing)

describe('a fault and the campaigns that it belongs to', () => {
  it('belongs to one from the day on which somebody says so', () => {
    expect(tagsAfter(notified(), 'tag', [storm], '2022-10-12')).toEqual([entered(storm, '2022-10-12')])
    expect(tagsAfter(notified(), 'tag', [storm, spring])).toEqual([
      entered(storm, today),
      entered(spring, today),
    ])
  })

  it('belongs to it earlier when that is said later, and no later when it is said again', () => {
    const record = { ...notified(), tags: [entered(storm, '2022-10-12')] }
    expect(tagsAfter(record, 'tag', [storm], '2022-10-05')).toEqual([entered(storm, '2022-10-05')])
    expect(refusedTags(record, 'tag', { tags: [storm], day: '2022-10-20' })).toEqual(['nothingToDo'])
  })

  it('is taken out from a day on; as if it had never been in when that is the first day', () => {
    const record = { ...notified(), tags: [entered(storm, '2022-10-12')] }
    expect(tagsAfter(record, 'untag', [storm], '2022-10-20')).toEqual([
      entered(storm, '2022-10-12', '2022-10-20'),
    ])
    expect(tagsAfter(record, 'untag', [storm], '2022-10-12')).toEqual([])
    expect(refusedTags(record, 'untag', { tags: [spring] })).toEqual(['nothingToDo'])
  })

  it('keeps what a rule says, whoever wants it out', () => {
    const record = { ...notified(), tags: [{ ...entered(storm, '2022-10-12'), how: 'rule' as const }] }
    expect(refusedTags(record, 'untag', { tags: [storm] })).toEqual(['nothingToDo'])
  })

  it.each<[string, object, string[]]>([
    ['nothing', {}, ['required tags']],
    ['no campaign', { tags: ['storm'] }, ['notLink tags']],
    ['a day that has not come', { tags: [storm], day: '2022-11-01' }, ['inFuture day']],
    ['a value beside it', { tags: [storm], values: { what: '水' } }, ['notAsked what']],
  ])('is not put into %s', (_what, doing, problems) => {
    expect(refusedTags(notified(), 'tag', doing)).toEqual(problems)
  })

  it('is put there by those who may, and by a step by nobody', () => {
    expect(attempt(notified(), zhou, 'tag', { tags: [storm] })).toMatchObject({ ok: false })
    expect(attempt(notified(), lin, 'tag', { tags: [storm] })).toMatchObject({ ok: true })
    expect(refusals(submitted(), he, 'verify', { tags: [storm] })).toEqual(['notAsked tags'])
  })

  it('may be made inside one, and belongs to it on the day it was found', () => {
    const made = attempt(null, he, 'create', { values: leakingTap, tags: [storm] })
    expect(made).toMatchObject({ ok: true, value: { tags: [entered(storm, '2022-10-10')] } })
  })
})

it('a fault that a visit found takes over what the visit belongs to on that day, and nothing twice', () => {
  const seen = after(null, bai, 'create', {
    register: visit,
    values: { visitedOn: '2022-10-10', plot: link(idOf(21)), organ: link(idOf(3)), kind: 'round', people: 2 },
  })
  const tags = [
    entered(storm, '2022-10-01'),
    entered(spring, '2022-03-01', '2022-10-10'),
    entered(spring, '2022-10-01'),
  ]
  const known = { ...nothingKnown, recordOf: () => ({ ...seen, tags }) }
  const values = { ...leakingTap, visit: link(seen.id) }
  const situation = { pack: allotment, register: fault, record: null, actor: he, today, known }
  const made = applyAct(situation, { act: 'create', id: idOf(500), values, tags: [spring] })
  expect(made.ok && made.value.tags).toEqual([
    entered(spring, '2022-10-10'),
    { ...entered(storm, '2022-10-10'), how: 'carried' },
  ])
})

describe('a rule of the pack', () => {
  const nodeOf = (key: string) => (key === 'storm-damage' ? storm : undefined)

  it('puts serious faults into the campaign for as long as they are serious', () => {
    const record = submitted()
    const grades = ['minor', 'serious', 'serious']
    const spans = record.spans.map((span, n) => ({ ...span, tracked: { ...span.tracked, grade: grades[n] } }))
    expect(ruleTags(fault, { ...record, spans }, nodeOf)).toEqual([
      { ...entered(storm, '2022-10-11'), how: 'rule' },
    ])
    expect(ruleTags(fault, record, nodeOf)).toEqual([])
    expect(ruleTags(fault, { ...record, spans }, () => undefined)).toEqual([])
  })

  it('says nothing of a record that never was', () => {
    expect(ruleTags(fault, { ...submitted(), spans: [] }, nodeOf)).toEqual([])
  })
})
