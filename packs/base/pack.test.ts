import { composePacks, getRegister } from '@anzhi/engine/pack'
import { type Actor, applyAct, type LivingRecord } from '@anzhi/engine/record'
import { describe, expect, it } from 'vitest'
import base from './pack.ts'

const composed = composePacks([base])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const pack = composed.value
const today = '2031-05-20'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [government, officeOrgan, bureau, township, clerk, mill, photo, recordId] = [
  1, 2, 3, 4, 5, 6, 7, 8,
].map(uuid)

function actor(account: string, organ: string, ...roles: string[]): Actor {
  return { account, person: account, name: account, district: 'd', organPath: [government!, organ], roles }
}

const office = actor('office', officeOrgan!, 'office')
const inspector = actor('inspector', bureau!, 'inspector')
const handler = actor('handler', township!, 'handler')

function act(
  register: string,
  who: Actor,
  record: LivingRecord | null,
  name: string,
  values: Record<string, unknown> = {},
  reason?: string,
) {
  const situation = { pack, register: getRegister(pack, register), record, actor: who, today }
  return applyAct(situation, {
    id: recordId!,
    act: name,
    values,
    ...(reason === undefined ? {} : { reason }),
  })
}

function done(result: ReturnType<typeof act>): LivingRecord {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function codes(result: ReturnType<typeof act>): string[] {
  return result.ok
    ? []
    : result.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`))
}

const link = (id: string | undefined) => ({ id })
const hazard = (grade: string, foundBy = bureau) => ({
  what: '除尘风管积尘未清',
  site: link(mill),
  grade,
  foundBy: link(foundBy),
  foundOn: today,
})
const fixes = {
  owner: link(township),
  person: link(clerk),
  measures: '停机清灰，更换滤筒',
  due: { kind: 'day', date: '2031-06-05' },
}
const found = (grade: string) => done(act('hazard', inspector, null, 'create', hazard(grade)))

describe('the base pack', () => {
  it('takes a site only with a credit code that can be one, however it is typed', () => {
    const site = { name: '木业厂', kind: 'enterprise', sector: 'industry', township: link(township) }
    const wrong = { ...site, creditCode: '91990101MA9000011Q', phone: '1234567890123' }
    expect(codes(act('site', office, null, 'create', wrong))).toEqual([
      'checkDigit creditCode',
      'wrongForm phone',
    ])
    const right = { ...site, creditCode: '91990101 ma9000011p', phone: '（0512）00000000' }
    expect(done(act('site', office, null, 'create', right)).values).toMatchObject({
      creditCode: '91990101MA9000011P',
      phone: '051200000000',
    })
  })

  it('lets the office supervise, never inspect', () => {
    const inspection = { site: link(mill), organ: link(officeOrgan), kind: 'plan', inspectors: 2, people: 3 }
    const both = { ...office, roles: ['office', 'leader'] }
    expect(codes(act('inspection', both, null, 'create', inspection))).toEqual(['notAllowed'])
    const visit = { organ: link(officeOrgan), subject: link(township), people: 3 }
    expect(act('supervisionVisit', office, null, 'create', visit).ok).toBe(true)
  })

  it('asks two inspectors for an inspection, of their own organ', () => {
    const inspection = { site: link(mill), organ: link(bureau), kind: 'plan', inspectors: 1, people: 3 }
    expect(codes(act('inspection', inspector, null, 'create', inspection))).toEqual(['outOfRange inspectors'])
    const other = { ...inspection, inspectors: 2, organ: link(township) }
    expect(codes(act('inspection', inspector, null, 'create', other))).toEqual(['notAllowed organ'])
    expect(act('inspection', inspector, null, 'create', { ...inspection, inspectors: 2 }).ok).toBe(true)
  })

  it('closes a general hazard on the spot with its photo, a major one never', () => {
    expect(codes(act('hazard', inspector, found('general'), 'fixOnSpot'))).toEqual(['required after'])
    expect(done(act('hazard', inspector, found('general'), 'fixOnSpot', { after: [photo] })).state).toBe(
      'verified',
    )
    expect(codes(act('hazard', inspector, found('major'), 'fixOnSpot', { after: [photo] }))).toEqual([
      'condition',
    ])
  })

  it('hands a major hazard over only with all five fixes and the clause that makes it major', () => {
    expect(codes(act('hazard', inspector, found('major'), 'notify', fixes))).toEqual(['condition'])
    expect(codes(act('hazard', inspector, found('major'), 'notifyMajor'))).toEqual([
      ...['basis', 'owner', 'person', 'measures', 'funds', 'due', 'emergencyPlan'].map(
        (field) => `required ${field}`,
      ),
    ])
    const all = { ...fixes, basis: '判定标准第3条', funds: '30000', emergencyPlan: '停产撤人，专人监护' }
    expect(done(act('hazard', inspector, found('major'), 'notifyMajor', all)).state).toBe('notified')
  })

  it('takes a regraded hazard back to be handed over anew, and keeps the grade of then', () => {
    const notified = done(act('hazard', inspector, found('general'), 'notify', fixes))
    expect(codes(act('hazard', inspector, notified, 'correct', { grade: 'major' }, '录错'))).toEqual([
      'notAsked grade',
    ])
    const regraded = done(act('hazard', inspector, notified, 'regrade', { grade: 'major' }, '专家复核'))
    expect(regraded.state).toBe('found')
    expect(regraded.spans.map(({ tracked }) => tracked.grade)).toEqual(['general', 'general', 'major'])
  })

  it('is put right by its owner, verified by its finder, struck off by the office', () => {
    const notified = done(act('hazard', inspector, found('general'), 'notify', fixes))
    expect(codes(act('hazard', inspector, notified, 'submit', { after: [photo] }))).toEqual(['notAllowed'])
    const submitted = done(act('hazard', handler, notified, 'submit', { after: [photo] }))
    expect(codes(act('hazard', office, submitted, 'verify'))).toEqual(['notAllowed foundBy'])
    const verified = done(act('hazard', inspector, submitted, 'verify'))
    expect(codes(act('hazard', inspector, verified, 'strikeOff'))).toEqual(['notAllowed'])
    expect(done(act('hazard', office, verified, 'strikeOff')).state).toBe('struckOff')
  })

  it('is verified by another account than the one that submitted it', () => {
    const own = { ...handler, roles: ['handler', 'inspector'] }
    const ownFind = done(act('hazard', own, null, 'create', hazard('general', township)))
    const submitted = done(
      act('hazard', own, done(act('hazard', own, ownFind, 'notify', fixes)), 'submit', { after: [photo] }),
    )
    expect(codes(act('hazard', own, submitted, 'verify'))).toEqual(['notByWhoDid'])
  })
})
