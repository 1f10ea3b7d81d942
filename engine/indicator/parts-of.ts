import { type FieldSpec, fieldTypeOf, type Part } from '../fields/index.ts'
import type { LeafIndicator, Register } from '../pack/index.ts'
import { type KeyOf, keyOfPart, matches, partsOf } from '../query/index.ts'
import type { Values } from '../record/index.ts'
import type { Contribution } from './contributions.ts'

/** What one thing adds: an amount, or a unit to be told apart; and which row of a record it is. */
export type Amount = Pick<Contribution, 'amount' | 'unit' | 'row'>

/** What is read of one thing, a record or one of its rows: its keys, and the values behind them. */
interface Thing {
  row: number | null
  keyOf: KeyOf
  values: Values
}

/** What a stretch of a record adds: once for the record itself, or once for each of its rows that is like this. */
export function amountsOf(leaf: LeafIndicator, register: Register, keyOf: KeyOf, values: Values): Amount[] {
  const { each } = leaf
  if (each === null) return amountOf(leaf, register.fields[leaf.of ?? '']?.spec, { row: null, keyOf, values })
  const rows = partsOf(register.fields[each]!.spec)!
  const parts = (values[each] ?? []) as Part[]
  return parts.flatMap((part, row) => {
    const keys = keyOfPart(rows, part)
    if (!matches(rows, leaf.whereRow, keys)) return []
    return amountOf(leaf, rows.fields[leaf.of ?? '']?.spec, { row, keyOf: keys, values: part })
  })
}

function amountOf(leaf: LeafIndicator, spec: FieldSpec | undefined, { row, keyOf, values }: Thing): Amount[] {
  if (leaf.kind === 'count') return [{ amount: '1', unit: null, row }]
  const key = keyOf(leaf.of!)
  if (key === null || !isInUnit(leaf, spec!, values[leaf.of!])) return []
  return leaf.kind === 'distinct'
    ? [{ amount: null, unit: String(key), row }]
    : [{ amount: String(key), unit: null, row }]
}

/** An amount that has a unit of its own counts only for a figure in that unit. */
function isInUnit({ kind, unit }: LeafIndicator, spec: FieldSpec, value: unknown): boolean {
  if (kind === 'distinct') return true
  const { sum } = fieldTypeOf(spec)
  return sum?.unit === undefined || sum.unit.of(value) === unit
}
