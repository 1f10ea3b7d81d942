import { describe, expect, it } from 'vitest'
import { actsAllowed } from './index.ts'
import { allotment, fault, idOf } from './testing/allotment.ts'
import {
  after,
  attempt,
  bai,
  change,
  found,
  he,
  lifeOf,
  lin,
  link,
  mended,
  notified,
  onDay,
  orders,
  organs,
  picture,
  qin,
  refusals,
  su,
  submitted,
  tao,
  today,
  verified,
  zhou,
} from './testing/garden.ts'

describe('the life of a leaking tap', () => {
  it('is told day by day, from found to struck off', () => {
    const end = after(verified(), lin, 'strikeOff')
    expect(lifeOf(end)).toEqual([
      'create found 2022-10-10 2022-10-11',
      'notify notified 2022-10-11 2022-10-18',
      'submit submitted 2022-10-18 2022-10-20',
      'verify verified 2022-10-20 2022-10-31',
      'strikeOff struckOff 2022-10-31 …',
    ])
    expect(end.version).toBe(5)
    expect(end.values).toMatchObject({ mendedOn: '2022-10-18', verifiedOn: '2022-10-20', struckOffOn: today })
    expect(end.spans.map(({ by }) => by)).toEqual([he, he, zhou, he, lin].map(({ account }) => account))
  })

  it('keeps in each stretch what was tracked then', () => {
    const extended = after(notified(), lin, 'extend', {
      values: { due: onDay('2022-10-25') },
      reason: '缺件',
    })
    expect(extended.spans.map(({ tracked }) => tracked)).toEqual([
      { grade: 'minor', owner: null, due: null },
      { grade: 'minor', owner: orders.owner, due: onDay('2022-10-20') },
      { grade: 'minor', owner: orders.owner, due: onDay('2022-10-25') },
    ])
  })

  it('tells of each step only what it changed', () => {
    const {
      before,
      after: now,
      version,
    } = change(notified(), zhou, 'submit', { values: { after: [picture], cost: '12' } })
    expect(before).toEqual({ state: 'notified', after: null, cost: null, mendedOn: null })
    expect(now).toEqual({ state: 'submitted', after: [picture], cost: '12.00', mendedOn: today })
    expect(version).toBe(3)
  })

  it('a step that leaves the state alone does not name it', () => {
    const { before, after: now } = change(notified(), lin, 'extend', {
      values: { due: onDay('2022-10-25') },
      reason: '缺件',
    })
    expect([before, now]).toEqual([{ due: onDay('2022-10-20') }, { due: onDay('2022-10-25') }])
  })
})

describe('a step', () => {
  it('starts from its own state only', () => {
    expect(refusals(found(), zhou, 'submit', mended)).toEqual(['wrongState'])
    expect(refusals(submitted(), zhou, 'submit', mended)).toEqual(['wrongState'])
  })

  it('is open to its roles, in the organ that the record names', () => {
    expect(refusals(notified(), tao, 'submit', mended)).toEqual(['notAllowed owner'])
    expect(refusals(notified(), he, 'submit', mended)).toEqual(['notAllowed'])
    expect(refusals(found(), bai, 'notify', { values: orders })).toEqual(['notAllowed foundBy'])
    const elsewhere = notified({ owner: { id: null, text: '东园' } })
    expect(refusals(elsewhere, zhou, 'submit', mended)).toEqual(['notAllowed owner'])
  })

  it('may ask the record to be in a certain way', () => {
    expect(attempt(found(), he, 'mendAtOnce', mended).ok).toBe(true)
    expect(refusals(found({ grade: 'serious' }), he, 'mendAtOnce', mended)).toEqual(['condition'])
  })

  it('needs what must be known afterwards, given now or before', () => {
    const { owner, ...others } = orders
    expect(refusals(found(), he, 'notify', { values: others })).toEqual(['required owner'])
    expect(attempt(found({ owner }), he, 'notify', { values: others }).ok).toBe(true)
    expect(refusals(found({ owner }), he, 'notify', { values: { ...others, owner: null } })).toEqual([
      'required owner',
    ])
  })

  it('asks for its own input every time, known or not', () => {
    const back = after(submitted(), he, 'sendBack', { reason: '还在滴' })
    expect(back.values.after).toEqual([picture])
    expect(refusals(back, zhou, 'submit')).toEqual(['required after'])
    expect(refusals(back, zhou, 'submit', { values: { after: null } })).toEqual(['required after'])
    expect(refusals(submitted(), he, 'sendBack')).toEqual(['required reason'])
  })

  it('takes what it may take and nothing else', () => {
    expect(attempt(notified(), zhou, 'submit', { values: { after: [picture], cost: '8.5' } }).ok).toBe(true)
    expect(
      refusals(notified(), zhou, 'submit', { values: { after: [picture], grade: 'minor', due: null } }),
    ).toEqual(['notAsked grade', 'notAsked due'])
  })

  it('holds its dates against the others of the record', () => {
    const early = { ...orders, due: onDay('2022-10-09') }
    expect(refusals(found(), he, 'notify', { values: early })).toEqual(['tooEarly due'])
    const words = { ...orders, due: { kind: 'text', text: '月底前', date: '2022-10-09' } }
    expect(refusals(found(), he, 'notify', { values: words })).toEqual(['tooEarly due'])
    const standing = { ...orders, due: { kind: 'standing' } }
    expect(attempt(found(), he, 'notify', { values: standing }).ok).toBe(true)
  })

  it('tells all that is wrong at once', () => {
    const wrong = {
      values: { after: ['x'], cost: '-1', grade: 'minor', tint: 1 },
      day: '2022-10-01',
      reason: '\uD800',
    }
    expect(refusals(notified(), tao, 'submit', wrong).sort()).toEqual([
      'beforePrevious mendedOn',
      'notAllowed owner',
      'notAsked grade',
      'notFiles after',
      'notText reason',
      'outOfRange cost',
      'unknownField tint',
    ])
  })
})

describe('the day of a step', () => {
  it('lies between the step before it and today, both included', () => {
    const submit = (day: string) => ({ ...mended, day })
    expect(refusals(notified(), zhou, 'submit', submit('2022-10-10'))).toEqual(['beforePrevious mendedOn'])
    expect(refusals(notified(), zhou, 'submit', submit('2022-11-01'))).toEqual(['inFuture mendedOn'])
    expect(refusals(notified(), zhou, 'submit', submit('2022-10-32'))).toEqual(['notDate mendedOn'])
    expect(refusals(found(), he, 'notify', { values: orders, day: '2022-10-09' })).toEqual([
      'beforePrevious day',
    ])
    expect(attempt(notified(), zhou, 'submit', submit('2022-10-11')).ok).toBe(true)
    expect(attempt(notified(), zhou, 'submit', submit(today)).ok).toBe(true)
  })

  it('may be the day of the step before: a stretch of no days, which remembers who did it', () => {
    const sameDay = after(found(), he, 'mendAtOnce', { ...mended, day: '2022-10-10', today: '2022-10-12' })
    expect(lifeOf(sameDay)).toEqual([
      'create found 2022-10-10 2022-10-10',
      'mendAtOnce verified 2022-10-10 …',
    ])
  })

  it('is the date that the step sets, and set anew when the step is done again', () => {
    const back = after(submitted(), he, 'sendBack', { reason: '还在滴', day: '2022-10-19' })
    const again = after(back, zhou, 'submit', { ...mended, day: '2022-10-22' })
    expect(again.values.mendedOn).toBe('2022-10-22')
    expect(lifeOf(again).at(-1)).toBe('submit submitted 2022-10-22 …')
    expect(after(back, zhou, 'submit', mended).values.mendedOn).toBe(today)
  })

  it('empties what a reopening clears, and the history keeps what stood there', () => {
    const dueLater = { values: { due: onDay('2022-11-30') }, reason: '又漏了' }
    const { before, after: emptied } = change(verified(), lin, 'reopen', dueLater)
    expect(before).toMatchObject({ verifiedOn: '2022-10-20', mendedOn: '2022-10-18' })
    expect(emptied).toMatchObject({ verifiedOn: null, mendedOn: null, after: null })
    expect(attempt(after(verified(), lin, 'reopen', dueLater), zhou, 'submit', {}).ok).toBe(false)
  })

  it('far back needs a reason, also where the date was the same at an earlier time', () => {
    expect(refusals(submitted(), he, 'verify', { today: '2022-11-05', day: '2022-10-20' })).toEqual([
      'reasonNeeded reason',
    ])
    const dueLater = { values: { due: onDay('2022-10-30') }, reason: '又漏了', day: '2022-10-20' }
    const reopened = after(verified(), lin, 'reopen', dueLater)
    const mendedAgain = after(reopened, zhou, 'submit', { ...mended, day: '2022-10-20' })
    const late = { today: '2022-11-05', day: '2022-10-20' }
    expect(refusals(mendedAgain, he, 'verify', late)).toEqual(['reasonNeeded reason'])
    expect(attempt(mendedAgain, he, 'verify', { ...late, reason: '补录' }).ok).toBe(true)
  })
})

describe('苏荷, who mends and inspects', () => {
  it('does not look at her own work', () => {
    expect(refusals(submitted(su), su, 'verify')).toEqual(['notByWhoDid'])
    expect(attempt(submitted(su), he, 'verify').ok).toBe(true)
  })

  it('may look at the work of 周禾 who mended it last, though she mended it before', () => {
    const back = after(submitted(su), he, 'sendBack', { reason: '还在滴' })
    expect(attempt(after(back, zhou, 'submit', mended), su, 'verify').ok).toBe(true)
  })
})

describe('a reason', () => {
  const back = (reason: string) => refusals(submitted(), he, 'sendBack', { reason })
  it('says something that can be kept', () => {
    expect(back('   ')).toEqual(['required reason'])
    expect(back('\u200B')).toEqual(['required reason'])
    expect(back('漏\0水')).toEqual(['notText reason'])
    expect(back('水'.repeat(2_001))).toEqual(['tooLong reason'])
  })

  it('is measured in characters and kept without the blanks around it', () => {
    expect(change(submitted(), he, 'sendBack', { reason: ` ${'😀'.repeat(2_000)} ` }).reason).toBe(
      '😀'.repeat(2_000),
    )
  })
})

describe('what each of them may do now', () => {
  it.each([
    [
      found(),
      {
        何田: 'mendAtOnce notify tag correct withdraw',
        白露: 'tag correct withdraw',
        林晚: 'tag correct withdraw',
        周禾: '',
      },
    ],
    [
      notified(),
      {
        何田: 'tag correct withdraw',
        周禾: 'submit',
        陶然: '',
        林晚: 'extend tag correct withdraw',
        秦朗: '',
      },
    ],
    [
      submitted(su),
      {
        何田: 'sendBack verify tag correct withdraw',
        白露: 'verify tag correct withdraw',
        苏荷: 'sendBack tag correct withdraw',
      },
    ],
    [verified(), { 何田: 'tag correct withdraw', 林晚: 'strikeOff reopen tag correct withdraw' }],
  ])('case %#', (record, expected) => {
    const all = [lin, he, bai, zhou, tao, qin, su]
    for (const [name, acts] of Object.entries(expected)) {
      const actor = all.find((one) => one.name === name)!
      expect(actsAllowed(allotment, fault, record, actor).join(' ')).toBe(acts)
    }
  })

  it('an extension is for a day that is known', () => {
    const standing = notified({ due: { kind: 'standing' } })
    expect(
      refusals(standing, lin, 'extend', { values: { due: onDay('2022-10-25') }, reason: '缺件' }),
    ).toEqual(['condition'])
    expect(
      attempt(notified(), lin, 'extend', { values: { due: onDay('2022-10-25') }, reason: '缺件' }).ok,
    ).toBe(true)
  })

  it('an organ below the named one is inside it', () => {
    const byOffice = after(null, he, 'create', {
      values: { ...found().values, foundBy: link(organs.office), plot: link(idOf(22)) },
    })
    expect(actsAllowed(allotment, fault, byOffice, bai)).toContain('notify')
  })
})
