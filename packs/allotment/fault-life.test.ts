import { composePacks, getRegister } from '@anzhi/engine/pack'
import { type Actor, applyAct, type LivingRecord, type Wish } from '@anzhi/engine/record'
import { describe, expect, it } from 'vitest'
import allotment from './pack.ts'

const composed = composePacks([allotment])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const pack = composed.value
const register = getRegister(pack, 'fault')

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [district, wardens, gardeners, tap, lan, picture, faultId] = [1, 2, 3, 4, 5, 6, 7].map(uuid)

function actor(account: string, organ: string, roles: string[]): Actor {
  return { account, person: account, name: account, district: 'd', organPath: [district!, organ], roles }
}

const mei = actor('mei', wardens!, ['warden'])
const lin = actor('lin', gardeners!, ['gardener'])
const both = actor('both', gardeners!, ['gardener', 'warden'])
const shen = actor('shen', district!, ['steward'])

function act(
  record: LivingRecord | null,
  who: Actor,
  name: string,
  wish: Omit<Wish, 'id' | 'act' | 'values'> & { values?: Wish['values'] },
  today = '2031-06-30',
) {
  return applyAct(
    { pack, register, record, actor: who, today },
    { id: faultId!, act: name, values: {}, ...wish },
  )
}

function done(...given: Parameters<typeof act>): LivingRecord {
  const result = act(...given)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function found(grade = 'minor'): LivingRecord {
  const values = {
    what: '水管滴漏',
    plot: { id: tap },
    grade,
    foundOn: '2031-06-02',
    foundBy: { id: wardens },
  }
  return done(null, mei, 'create', { values })
}

const told = { owner: { id: gardeners }, person: { id: lan }, due: { kind: 'day', date: '2031-06-10' } }
const mended = { values: { after: [picture] } }

function submitted(): LivingRecord {
  const notified = done(found(), mei, 'notify', { values: told, day: '2031-06-03' })
  return done(notified, lin, 'submit', { ...mended, day: '2031-06-08' })
}

describe('the life of a fault', () => {
  it('goes from found to struck off, each step on its day', () => {
    const verified = done(submitted(), mei, 'verify', { day: '2031-06-20' })
    const end = done(verified, shen, 'strikeOff', { day: '2031-06-21' })
    expect(end.spans.map(({ act, from, until, state }) => [act, from, until, state])).toEqual([
      ['create', '2031-06-02', '2031-06-03', 'found'],
      ['notify', '2031-06-03', '2031-06-08', 'notified'],
      ['submit', '2031-06-08', '2031-06-20', 'submitted'],
      ['verify', '2031-06-20', '2031-06-21', 'verified'],
      ['strikeOff', '2031-06-21', null, 'struckOff'],
    ])
    expect(end.values).toMatchObject({
      mendedOn: '2031-06-08',
      verifiedOn: '2031-06-20',
      struckOffOn: '2031-06-21',
    })
  })

  it('dates a step that is done again by its new day, not by the old one', () => {
    const back = done(submitted(), mei, 'sendBack', { day: '2031-06-09', reason: '还在滴' })
    const again = done(back, lin, 'submit', { ...mended, day: '2031-06-12' })
    expect(again.values.mendedOn).toBe('2031-06-12')
    expect(again.spans.at(-1)).toMatchObject({ act: 'submit', from: '2031-06-12' })
    const verified = done(again, mei, 'verify', { day: '2031-06-20' })
    const struckOff = done(verified, shen, 'strikeOff', { day: '2031-06-21' })
    const due = { kind: 'day', date: '2031-07-05' }
    const reopened = done(struckOff, shen, 'reopen', { values: { due }, reason: '又漏了', day: '2031-06-25' })
    const mendedTwice = done(reopened, lin, 'submit', { ...mended, day: '2031-06-26' })
    expect(done(mendedTwice, mei, 'verify', { day: '2031-06-27' }).values.verifiedOn).toBe('2031-06-27')
    const today = done(back, lin, 'submit', mended)
    expect(today.values.mendedOn).toBe('2031-06-30')
  })

  it.each([
    ['the steward notifies', () => act(found(), shen, 'notify', { values: told }), ['notAllowed', undefined]],
    [
      'a serious fault is mended at once',
      () => act(found('serious'), mei, 'mendAtOnce', mended),
      ['condition', undefined],
    ],
    [
      'nobody is named',
      () => act(found(), mei, 'notify', { values: { ...told, person: null } }),
      ['required', 'person'],
    ],
    ['no picture is handed in', () => act(submitted(), lin, 'submit', {}), ['wrongState', undefined]],
    [
      'a fault is sent back without a reason',
      () => act(submitted(), mei, 'sendBack', {}),
      ['required', 'reason'],
    ],
    [
      'it is looked at before it was submitted',
      () => act(submitted(), mei, 'verify', { day: '2031-06-07' }),
      ['beforePrevious', 'verifiedOn'],
    ],
    [
      'it is looked at tomorrow',
      () => act(submitted(), mei, 'verify', { day: '2031-07-01' }),
      ['inFuture', 'verifiedOn'],
    ],
    [
      'it is entered long after without a reason',
      () => act(submitted(), mei, 'verify', { day: '2031-06-09' }),
      ['reasonNeeded', 'reason'],
    ],
  ] as const)('refuses when %s', (_what, attempt, [code, field]) => {
    const result = attempt()
    expect(result.ok ? [] : result.problems.map((found) => [found.code, found.field])).toContainEqual([
      code,
      field,
    ])
  })

  it('is not looked at by the account that submitted it', () => {
    const notified = done(found(), mei, 'notify', { values: told, day: '2031-06-03' })
    const own = done(notified, both, 'submit', { ...mended, day: '2031-06-28' })
    expect(act(own, both, 'verify', {})).toEqual({
      ok: false,
      problems: [{ code: 'notByWhoDid', values: { act: 'verify', other: 'submit' } }],
    })
    expect(act(own, mei, 'verify', {}).ok).toBe(true)
  })
})
