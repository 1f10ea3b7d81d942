import fc from 'fast-check'
import type { Day } from '../../calendar/index.ts'
import { fieldTypeOf } from '../../fields/index.ts'
import { inputsOf, type Stock } from '../../fields/testing/inputs.ts'
import { envOf, type Field, type Pack, type Register } from '../../pack/index.ts'
import { type LivingRecord, type Span, trackedFields, type Values } from '../index.ts'

// A day later than every other, so that no date is refused as lying ahead.
const lateDay = '2999-12-31'

/** Values that a field's own check has passed. */
export function valuesOf(pack: Pack, field: Field, stock: Stock): fc.Arbitrary<unknown> {
  const env = envOf(pack, lateDay)
  return inputsOf(field.spec, stock).map((input) => {
    const checked = fieldTypeOf(field.spec).check(input, field.spec, env)
    if (!checked.ok)
      throw new Error(`${field.id}: ${JSON.stringify(input)} ${JSON.stringify(checked.problems)}`)
    return checked.value
  })
}

/** Some fields of a register with their values; a field that may be unknown often is. */
function someValues(pack: Pack, fields: readonly Field[], stock: Stock): fc.Arbitrary<Values> {
  const each = fields.map((field) => {
    const value = valuesOf(pack, field, stock)
    return [
      field.id,
      field.spec.required === true ? value : fc.option(value, { freq: 3, nil: null }),
    ] as const
  })
  return fc.record(Object.fromEntries(each))
}

const accounts = ['a', 'b'].map((n) => `0190a6f0-0000-7000-9000-00000000000${n}`)

/**
 * Records of a register with a life of their own: any values, any days, any states, some days with two acts,
 * some withdrawn. Wilder than what acts lead to, for readings that must agree on everything that can be kept.
 */
export function recordsOf(pack: Pack, register: Register, stock: Stock): fc.Arbitrary<LivingRecord> {
  const fields = Object.values(register.fields)
  const tracked = fields.filter(({ id }) => trackedFields(register).includes(id))
  const stretch = fc.record({
    from: stock.days,
    by: fc.constantFrom(...accounts),
    state: fc.constantFrom(...register.states.slice(0, -1)),
    tracked: someValues(pack, tracked, stock),
    act: fc.constantFrom(...stepsOf(register)),
  })
  const life = fc.array(stretch, { minLength: 1, maxLength: 5 })
  return fc
    .tuple(
      fc.uuid({ version: 7 }),
      someValues(pack, fields, stock),
      life,
      fc.nat({ max: 3 }),
      fc.nat({ max: 9 }),
    )
    .map(([id, values, stretches, corrections, chance]) => {
      const spans = spansOf(stretches)
      const last = spans.at(-1)!
      const now = { id, version: spans.length + corrections, values: { ...values, ...last.tracked } }
      return chance === 0 ? { ...now, state: 'withdrawn', spans: [] } : { ...now, state: last.state, spans }
    })
}

function stepsOf(register: Register): string[] {
  const steps = Object.values(register.acts).filter(({ kind }) => kind === 'step')
  return steps.length === 0 ? ['create'] : steps.map(({ id }) => id)
}

/** Stretches in the order of their days, each until the next; the first one is the making. */
function spansOf(stretches: readonly Omit<Span, 'until'>[]): Span[] {
  const inOrder = [...stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return inOrder.map((span, i) => ({
    ...span,
    act: i === 0 ? 'create' : span.act,
    until: (inOrder[i + 1]?.from ?? null) as Day | null,
  }))
}

/** Several records with different ids. */
export function manyRecordsOf(
  pack: Pack,
  register: Register,
  stock: Stock,
  maxLength = 12,
): fc.Arbitrary<LivingRecord[]> {
  return fc.uniqueArray(recordsOf(pack, register, stock), { maxLength, selector: ({ id }) => id })
}
