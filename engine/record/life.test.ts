import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day } from '../calendar/index.ts'
import { fieldTypeOf } from '../fields/index.ts'
import { envOf } from '../pack/index.ts'
import {
  type Actor,
  actsAllowed,
  applyAct,
  type Change,
  type LivingRecord,
  same,
  trackedFields,
  type Values,
} from './index.ts'
import { allotment, fault, stock } from './testing/allotment.ts'
import { valuesOf } from './testing/arbitraries.ts'
import {
  bai,
  he,
  leakingTap,
  lin,
  link,
  mended,
  onDay,
  orders,
  organs,
  qin,
  su,
  tao,
  theRecord,
  zhou,
} from './testing/garden.ts'

/** What the pack says of each act, written down by hand: from where to where, and by whom. */
const rules: Record<string, { from: string[]; to?: string; by: Actor[] }> = {
  mendAtOnce: { from: ['found'], to: 'verified', by: [he, su] },
  notify: { from: ['found'], to: 'notified', by: [he, su] },
  extend: { from: ['notified'], to: 'notified', by: [lin] },
  submit: { from: ['notified'], to: 'submitted', by: [zhou, su] },
  sendBack: { from: ['submitted'], to: 'notified', by: [he, su] },
  verify: { from: ['submitted'], to: 'verified', by: [lin, he, bai, su] },
  strikeOff: { from: ['verified'], to: 'struckOff', by: [lin] },
  reopen: { from: ['verified', 'struckOff'], to: 'notified', by: [lin] },
  correct: { from: ['found', 'notified', 'submitted', 'verified', 'struckOff'], by: [lin, he, bai, su] },
  withdraw: {
    from: ['found', 'notified', 'submitted', 'verified', 'struckOff'],
    to: 'withdrawn',
    by: [lin, he, bai, su],
  },
}

/** What is known of a fault without looking at the engine's record. */
interface Known {
  state: string | null
  acts: number
  submittedBy: Actor | null
  today: Day
  /** Every state that was met. */
  met: Set<string | null>
}

interface Kept {
  record: LivingRecord | null
}

type Step = fc.Command<Known, Kept>

/** Acts with all that they need, done in their order: whether they succeed is told by the rules alone. */
const complete: Record<string, Values> = {
  mendAtOnce: mended.values,
  notify: orders,
  extend: { due: onDay('2022-12-01') },
  submit: mended.values,
  reopen: { due: onDay('2022-12-02'), ...orders },
}

function proper(act: string, actor: Actor, laterBy: number): Step {
  return {
    check: () => true,
    toString: () => `${actor.name} ${act} after ${laterBy} days`,
    run: (known, kept) => {
      known.today = addDays(known.today, laterBy)
      const cost = `${known.acts + 1}.00`
      const values = act === 'create' ? leakingTap : act === 'correct' ? { cost } : (omit(act) ?? {})
      const result = perform(known.today, kept, actor, act, values, { reason: '说明' })
      expect(result, `${actor.name} ${act} in ${known.state}`).toBe(expected(known, actor, act))
      if (result) learn(known, actor, act)
    },
  }
}

/** What an act takes: a reopened fault keeps its owner and person. */
function omit(act: string): Values | undefined {
  return act === 'reopen' ? { due: complete.reopen!.due } : complete[act]
}

function expected(known: Known, actor: Actor, act: string): boolean {
  if (act === 'create') return known.state === null && [he, su].includes(actor)
  const rule = rules[act]!
  if (known.state === null || !rule.from.includes(known.state) || !rule.by.includes(actor)) return false
  // A fault mended at once has nobody to whom it was given.
  if (act === 'reopen') return known.submittedBy !== null
  return act !== 'verify' || known.submittedBy !== actor
}

function learn(known: Known, actor: Actor, act: string): void {
  known.acts += 1
  if (act === 'create') known.state = 'found'
  else if (rules[act]!.to !== undefined) known.state = rules[act]!.to!
  if (act === 'submit') known.submittedBy = actor
  known.met.add(known.state)
}

/** Does it if it may be done; whatever comes of it must be sound, and a refusal must say why. */
function perform(
  today: Day,
  kept: Kept,
  actor: Actor,
  act: string,
  values: Values,
  when: { day?: Day; reason?: string },
): boolean {
  const before = frozen(kept.record)
  const wish = { act, id: theRecord, values, ...when }
  const result = applyAct({ pack: allotment, register: fault, record: before, actor, today }, wish)
  if (before !== null && act !== 'create' && result.ok) {
    expect(actsAllowed(allotment, fault, before, actor)).toContain(act)
  }
  if (!result.ok) {
    expect(result.problems.length).toBeGreaterThan(0)
    return false
  }
  expectSound(before, result.value, today)
  const { id, version, state, values: now, spans } = result.value
  kept.record = { id, version, state, values: now, spans }
  return true
}

/** A record that cannot be changed in place: who tries, throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** What holds after every act, whatever it was. */
function expectSound(before: LivingRecord | null, change: Change, today: Day): void {
  const act = fault.acts[change.act]!
  expect(change.version).toBe((before?.version ?? 0) + 1)
  const may = new Set([...act.asks, ...act.needs, ...act.takes, ...act.clears, act.dates, 'state'])
  // What follows from the values is worked out at every act.
  for (const { id, spec } of Object.values(fault.fields)) if (spec.type === 'derived') may.add(id)
  for (const field of Object.keys(change.after)) expect(may).toContain(field)
  const { state: _before, ...was } = change.before
  const { state: _after, ...is } = change.after
  expect(same({ ...before?.values, ...is }, change.values)).toBe(true)
  expect(same({ ...change.values, ...was }, { ...before?.values })).toBe(true)
  for (const [field, value] of Object.entries(change.values)) {
    if (value === null) continue
    const { spec } = fault.fields[field]!
    expect(fieldTypeOf(spec).check(value, spec, envOf(allotment, today))).toEqual({ ok: true, value })
  }
  expectLife(before, change, today)
}

function expectLife(before: LivingRecord | null, { spans, state, values, kind }: Change, today: Day): void {
  if (kind === 'withdraw') {
    expect(spans).toEqual([])
    return
  }
  expect(spans[0]!.act).toBe('create')
  expect(spans.length).toBe((before?.spans.length ?? 0) + (kind === 'correct' ? 0 : 1))
  spans.forEach((span, i) => {
    expect(span.until).toBe(spans[i + 1]?.from ?? null)
    expect(span.from <= (span.until ?? today)).toBe(true)
  })
  const last = spans.at(-1)!
  expect(last.state).toBe(state)
  for (const field of trackedFields(fault)) expect(same(last.tracked[field], values[field])).toBe(true)
  for (const date of ['foundOn', 'mendedOn', 'verifiedOn', 'struckOffOn']) {
    const said = spans.findLast(
      ({ act }) => fault.acts[act]!.dates === date || fault.acts[act]!.clears.includes(date),
    )
    const dated = said !== undefined && fault.acts[said.act]!.dates === date ? said : undefined
    if (dated !== undefined) expect(values[date]).toBe(dated.from)
  }
}

const people = fc.constantFrom(lin, he, bai, zhou, tao, su, qin)
// Those who may are asked more often than those who may not, and giving up is rare.
const often = Object.keys(rules).filter((act) => act !== 'withdraw')
const moves = fc.constantFrom(...often, ...often, ...often, 'withdraw', 'create').chain((act) => {
  const willing = fc.constantFrom(...(rules[act]?.by ?? [he]))
  const actor = fc.oneof({ weight: 3, arbitrary: willing }, people)
  return fc.tuple(actor, fc.nat({ max: 3 })).map(([who, laterBy]) => proper(act, who, laterBy))
})

/** Values for fields that the act takes, now and then for others too. */
function valuesFor(act: string): fc.Arbitrary<Values> {
  const { asks, needs, takes, dates } = fault.acts[act]!
  const all = Object.values(fault.fields)
  const own = all.filter(({ id }) => [...asks, ...needs, ...takes, dates].includes(id))
  const fields = fc.oneof(
    { weight: 6, arbitrary: fc.subarray(own, { maxLength: Math.min(2, own.length) }) },
    fc.subarray(all, { maxLength: 4 }),
  )
  return fields.chain((some) =>
    fc.record(
      Object.fromEntries(
        some.map((field) => [field.id, fc.option(valuesOf(allotment, field, stock), { freq: 6 })]),
      ),
    ),
  )
}

/** Anything at all: it may fail for any reason, and may not break anything. */
const slips = fc.constantFrom(...Object.keys(rules).slice(0, -1), 'correct', 'correct').chain((act) =>
  fc.record({
    act: fc.constant(act),
    actor: fc.constantFrom(...rules[act]!.by, ...rules[act]!.by, zhou, bai),
    values: valuesFor(act),
    isComplete: fc.boolean(),
    when: fc.record(
      { day: stock.days, reason: fc.constantFrom('补录', '补录', '补录', '', '\0') },
      { requiredKeys: ['reason'] },
    ),
  }),
)

it('a fault goes the ways of its pack and no other, and its life is whole after every act', () => {
  const met = new Set<string | null>()
  fc.assert(
    fc.property(fc.commands([moves], { maxCommands: 40, size: 'max' }), (commands) => {
      const model: Known = { state: null, acts: 0, submittedBy: null, today: '2022-10-10', met }
      const real: Kept = { record: null }
      proper('create', he, 0).run(model, real)
      fc.modelRun(() => ({ model, real }), commands)
    }),
    { numRuns: 250 },
  )
  // Otherwise nothing was tried that counts.
  expect(met).toEqual(new Set(fault.states))
})

it('whatever is tried on a fault, it stays whole or stays as it was', () => {
  const begun = { ...leakingTap, foundOn: '2022-02-25', owner: link(organs.east) }
  let done = 0
  fc.assert(
    fc.property(fc.array(slips, { maxLength: 12 }), (all) => {
      const kept: Kept = { record: null }
      const today = '2022-04-10'
      perform(today, kept, he, 'create', begun, { reason: '补录' })
      for (const { actor, act, values, isComplete, when } of all) {
        const before = kept.record
        const given = isComplete ? { ...values, ...complete[act] } : values
        if (perform(today, kept, actor, act, given, when)) done += 1
        else expect(kept.record).toBe(before)
      }
    }),
    { numRuns: 300 },
  )
  expect(done).toBeGreaterThan(30)
})
