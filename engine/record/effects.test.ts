import { describe, expect, it } from 'vitest'
import {
  applyWithEffects,
  type Decided,
  type Known,
  type LivingRecord,
  nothingKnown,
  type Values,
  type Wish,
} from './index.ts'
import { allotment, idOf, lease, letter, visit } from './testing/allotment.ts'
import { after, attempt, he, lin, link, organs, refusals, tao, today, zhou } from './testing/garden.ts'

const plot: LivingRecord = {
  id: idOf(21),
  version: 3,
  state: 'recorded',
  values: { code: 'D-01', kind: 'herb', garden: link(organs.east), rent: '120.00' },
  spans: [],
}

/** Other records as they are; nothing else is known. */
function knowing(records: Record<string, LivingRecord>, more: Partial<Known> = {}): Known {
  const find = (_register: string, id: string) => records[id]
  return { ...nothingKnown, recordOf: find, changing: find, newId: (n) => idOf(600 + n), ...more }
}

const withPlot = knowing({ [plot.id]: plot })

function letterOf(values: Values = {}): LivingRecord {
  const words = { subject: '请看水渠', sender: link(organs.east), addressee: link(organs.west), ...values }
  const draft = after(null, zhou, 'create', { register: letter, values: words, day: '2022-10-25' })
  const day = '2022-10-26'
  const asked = after(draft, zhou, 'send', { register: letter, day })
  const checked = after(asked, he, 'sendCheck', { register: letter, day })
  return { ...after(checked, lin, 'sendSign', { register: letter, day }), id: idOf(51) }
}

const visiting: Values = {
  visitedOn: '2022-10-30',
  plot: link(idOf(23)),
  organ: link(organs.west),
  kind: 'round',
  people: 2,
  notes: '渠已疏通',
  answers: link(idOf(51)),
}

const bai = { ...tao, roles: ['warden'] }

function visitThat(values: Values, known: Known) {
  const wish: Wish = { act: 'create', id: idOf(500), values: { ...visiting, ...values } }
  return applyWithEffects({ pack: allotment, register: visit, record: null, actor: bai, today, known }, wish)
}

function done(result: ReturnType<typeof visitThat>): Decided[] {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

describe('a value that is taken over', () => {
  it('is the linked record’s of the day, and nobody gives it', () => {
    const values = { subject: '请看水渠', sender: link(organs.east), addressee: link(organs.west) }
    const act = { register: letter, values: { ...values, plot: link(plot.id) }, known: withPlot }
    const draft = after(null, zhou, 'create', act)
    expect(draft.values.plotKind).toBe('herb')
    const given = { register: letter, values: { ...values, plotKind: 'orchard' } }
    expect(refusals(null, zhou, 'create', given)).toEqual(['notGiven plotKind'])
    const orchard = { ...plot, values: { ...plot.values, kind: 'orchard' } }
    const later = { register: letter, known: knowing({ [plot.id]: orchard }) }
    const better = after(draft, zhou, 'correct', { ...later, values: { subject: '请看东渠' } })
    expect(better.values.plotKind).toBe('herb')
    const same = after(draft, zhou, 'correct', { ...later, values: { subject: '。', plot: link(plot.id) } })
    expect(same.values.plotKind).toBe('herb')
    expect(after(draft, zhou, 'correct', { ...later, values: { plot: null } }).values.plotKind).toBeNull()
  })
})

describe('what an act must find in other records', () => {
  const values = { plot: link(plot.id), tenant: link(idOf(14)), startsOn: '2022-10-01' }
  const leasing = (known: Known, given: Values = {}) =>
    attempt(null, lin, 'create', { register: lease, values: { ...values, ...given }, known })

  it('is asked of the record that a link names', () => {
    expect(leasing(withPlot)).toMatchObject({ ok: true, value: { values: { rent: '120.00' } } })
    const glass = { ...plot, values: { ...plot.values, kind: 'greenhouse' } }
    const refused = {
      ok: false,
      problems: [{ code: 'linkedCondition', field: 'plot', values: { act: 'create' } }],
    }
    expect(leasing(knowing({ [plot.id]: glass }))).toEqual(refused)
    expect(leasing(knowing({ [plot.id]: { ...plot, state: 'withdrawn' } }))).toEqual(refused)
    // What has not been found can be no fact.
    expect(leasing(withPlot, { plot: { id: null, text: '东头那块' } })).toEqual(refused)
  })

  it('is asked of the records that point here', () => {
    const asked: unknown[] = []
    const known = knowing({}, { isPointedAt: (rule, id) => asked.push([rule.register, rule.by, id]) > 0 })
    const plots = allotment.registers.plot!
    const gone = { register: plots, known, reason: '并入' }
    const record = {
      ...plot,
      spans: [{ from: today, until: null, act: 'create', by: 'a', state: 'recorded', tracked: {} }],
    }
    expect(refusals(record, lin, 'withdraw', gone)).toEqual(['pointedAt'])
    expect(asked[0]).toEqual(['lease', 'plot', idOf(500)])
    expect(attempt(record, lin, 'withdraw', { ...gone, known: knowing({}) }).ok).toBe(true)
  })
})

describe('what an act does to other records', () => {
  it('answers the letter that asked for the visit, by no right of its own', () => {
    const sent = letterOf()
    const [made, answered, ...none] = done(visitThat({}, knowing({ [sent.id]: sent })))
    expect(none).toEqual([])
    expect(made!.change).toMatchObject({ register: 'visit', act: 'create', version: 1 })
    expect(answered!.found).toEqual(sent.spans)
    expect(answered!.change).toMatchObject({
      register: 'letter',
      id: sent.id,
      act: 'answer',
      version: 5,
      state: 'answered',
      day: '2022-10-30',
      after: { state: 'answered', answeredOn: '2022-10-30', reply: '渠已疏通', answeredBy: link(idOf(500)) },
    })
  })

  it('does nothing where no letter is named', () => {
    expect(done(visitThat({ answers: null }, nothingKnown))).toHaveLength(1)
    expect(done(visitThat({}, knowing({ [idOf(51)]: letterOf() })))).toHaveLength(2)
  })

  it('is refused as a whole, with the problems at the field from which it follows', () => {
    const sent = letterOf()
    const problemsOf = (values: Values, record: LivingRecord | undefined) => {
      const result = visitThat(values, knowing(record === undefined ? {} : { [sent.id]: record }))
      return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)
    }
    expect(problemsOf({ visitedOn: '2022-10-25' }, sent)).toEqual([
      'beforePrevious answers.answeredOn',
      'tooEarly answers.answeredOn',
    ])
    const answered = { ...sent, state: 'answered' }
    expect(problemsOf({}, answered)).toEqual(['linkedCondition answers'])
    expect(problemsOf({}, undefined)).toEqual(['notFound answers'])
    // The other's hands are looked at, though not its rights.
    const own = { ...sent, spans: sent.spans.map((span) => ({ ...span, by: bai.account })) }
    expect(problemsOf({}, own)).toEqual(['notByWhoDid answers'])
  })

  it('makes a record, if it is called for', () => {
    const values = { plot: link(plot.id), tenant: link(idOf(14)), startsOn: '2022-10-01' }
    const running = after(null, lin, 'create', { register: lease, values, known: withPlot })
    const end = (record: LivingRecord) =>
      done(
        applyWithEffects(
          { pack: allotment, register: lease, record, actor: lin, today, known: withPlot },
          { act: 'end', id: record.id, values: {} },
        ),
      )
    const [ended, asked] = end(running)
    expect(ended!.change).toMatchObject({ act: 'end', state: 'ended' })
    expect(asked!.found).toBeNull()
    expect(asked!.change).toMatchObject({
      register: 'letter',
      id: idOf(600),
      version: 1,
      state: 'draft',
      values: {
        subject: '退租清园',
        sender: link(organs.east),
        addressee: link(organs.east),
        plot: link(plot.id),
        plotKind: 'herb',
      },
    })
    expect(end({ ...running, values: { ...running.values, garden: null } })).toHaveLength(1)
  })
})
