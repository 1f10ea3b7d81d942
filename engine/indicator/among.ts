import type { Pack, Register } from '../pack/index.ts'
import { compareRecords, type OrderBy } from '../query/index.ts'
import { keyOfRecord, type LivingRecord } from '../record/index.ts'
import { descentsOf, holdsOn, treeOf } from '../tree/index.ts'
import type { Asked } from './figure.ts'

/**
 * Those right below the same node as the one that is asked for, on the day of the figure, in the order of their
 * register. Where none is asked for: those right below the one at the top, or all at the top where there are several.
 */
export function amongIn(
  pack: Pack,
  recordsOf: (register: Register) => readonly LivingRecord[],
  tree: string,
  { node, asOf }: Asked,
): string[] {
  const register = pack.registers[tree]!
  const records = recordsOf(register)
  const descents = descentsOf(treeOf(register, records)).filter((one) => holdsOn(one, asOf))
  const aboveOf = (id: string) => descents.find((one) => one.id === id && one.depth === 1)?.ancestor ?? null
  const ids = [...new Set(descents.map(({ id }) => id))]
  const under = (above: string | null) => ids.filter((id) => aboveOf(id) === above)
  const top = under(null)
  const found = node !== undefined ? under(aboveOf(node.id)) : top.length === 1 ? under(top[0]!) : top
  const order = orderOf(register)
  const keyed = records.map((record) => ({ id: record.id, keyOf: keyOfRecord(register, record) }))
  return keyed
    .filter(({ id }) => found.includes(id))
    .sort((a, b) => compareRecords(register, order, a, b))
    .map(({ id }) => id)
}

/** The order that a register's list opens with. */
export function orderOf({ list }: Register): OrderBy[] {
  return list.order.map((name) => ({ field: name.replace(/^-/, ''), descending: name.startsWith('-') }))
}
