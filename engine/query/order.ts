import { compareKeys, compareText, type Scalar } from '../fields/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { KeyOf } from './matches.ts'
import { keyKind, type Readable } from './readable.ts'

/** One step of an order; unknown comes last either way. */
export interface OrderBy {
  field: string
  descending: boolean
}

/** Reads `['-foundOn', 'number']`; the id of the record always ends an order, so that it is total. */
export function readOrder(of: Readable, input: readonly string[]): Result<OrderBy[]> {
  const orders = input.map((name) => ({ field: name.replace(/^-/, ''), descending: name.startsWith('-') }))
  const unknown = orders.filter(({ field }) => !isOrdered(of, field))
  const problems = [
    ...(orders.length > 4 ? [problem('badOrder', 'order', { max: 4 })] : []),
    ...unknown.map(({ field }) => problem('badOrder', field, { given: field })),
  ]
  return problems.length === 0 ? ok(orders) : bad(...problems)
}

/** What has several parts has no order. */
export function isOrdered(of: Readable, field: string): boolean {
  return field === 'state' || (Object.hasOwn(of.fields, field) && keyKind(of, field) !== 'parts')
}

/** The order of two records in memory, as `order by … nulls last, id` in SQL. */
export function compareRecords(
  of: Readable,
  orders: readonly OrderBy[],
  a: { id: string; keyOf: KeyOf },
  b: { id: string; keyOf: KeyOf },
): number {
  for (const { field, descending } of orders) {
    const left = a.keyOf(field) as Scalar
    const right = b.keyOf(field) as Scalar
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    const order = compareKeys(keyKind(of, field), left, right)
    if (order !== 0) return descending ? -order : order
  }
  return compareText(a.id, b.id)
}
