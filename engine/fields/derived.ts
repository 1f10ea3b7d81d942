import type { ChoiceSpec } from './choice.ts'
import type { DecimalSpec } from './decimal.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { innerType } from './inner.ts'
import { type IntegerSpec, integer } from './integer.ts'
import type { MoneySpec } from './money.ts'
import type { FieldSpec } from './registry.ts'

/** How a value follows from others. A field of rows is named with them: `items.price`. */
export type Derivation =
  /** Of a number over all rows. */
  | { sum: string }
  /** From the first to the second, both dates of the record. */
  | { daysBetween: [from: string, to: string] }
  /** The highest option that one of these numbers reaches, by the least that each option needs. */
  | { threshold: Record<string, Record<string, number>> }
  /** The highest option of these choices. */
  | { highest: string[] }

export interface DerivedSpec extends CommonSpec {
  type: 'derived'
  /** What comes of it. */
  as: IntegerSpec | DecimalSpec | MoneySpec | ChoiceSpec
  from: Derivation
}

type Any = FieldType<FieldSpec, unknown>

const made = new Map<Any, FieldType<DerivedSpec, unknown>>()

/** A type for what is computed: as another type has it, by its declaration. */
function computed(inner: Any): FieldType<DerivedSpec, unknown> {
  const known = made.get(inner)
  if (known !== undefined) return known
  const { read, options, show, ...key } = inner.key
  const type: FieldType<DerivedSpec, unknown> = {
    ...inner,
    says: { as: 'field', from: 'derivation' },
    examples: [],
    isMade: true,
    columns: ({ as }) => inner.columns(as),
    key: {
      ...key,
      ...(read === undefined ? {} : { read: (given, { as }) => read(given, as) }),
      ...(options === undefined ? {} : { options: ({ as }) => options(as) }),
      ...(show === undefined ? {} : { show: (value, { as }, env) => show(value, as, env) }),
    },
    // No type that can be computed has amounts in several units.
    ...(inner.sum === undefined ? {} : { sum: {} }),
    check: (input, { as }, env) => inner.check(input, as, env),
    show: (value, { as }, env) => inner.show(value, as, env),
    isShownWhole: (value, { as }) => inner.isShownWhole?.(value, as) ?? true,
    parse: (text, { as }, env) => inner.parse(text, as, env),
    schema: ({ as }, env) => ({ ...inner.schema(as, env), readOnly: true }),
    targets: undefined,
    pointers: undefined,
    parts: undefined,
    of: undefined,
  }
  made.set(inner, type)
  return type
}

/** What the engine works out of other values at every act, and nobody types; unknown where one of those is. */
export const derived: FieldType<DerivedSpec, unknown> = {
  // Where no declaration is at hand, it is told as a whole number.
  ...computed(integer as unknown as Any),
  examples: [
    {
      spec: {
        type: 'derived',
        as: { type: 'integer' },
        from: { daysBetween: ['date0', 'deadline0'] },
      },
      values: [0, 14, -3],
    },
    {
      spec: {
        type: 'derived',
        as: { type: 'choice', options: 'grade' },
        from: { highest: ['choice0', 'rows0.grade'] },
      },
      values: ['minor', 'other'],
    },
    {
      spec: { type: 'derived', as: { type: 'money' }, from: { sum: 'rows0.price' } },
      values: ['120.50', '0.00'],
    },
  ],
  of: ({ as }) => computed(innerType(as)),
}
