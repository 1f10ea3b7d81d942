import Big from 'big.js'
import type { KeyKind, Scalar } from './field-type.ts'

/** By code point, as PostgreSQL's collation "C" does over UTF-8; JavaScript's `<` differs above U+FFFF. */
export function compareText(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i += 1) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The order of two known keys of one kind. */
export function compareKeys(kind: KeyKind, a: Exclude<Scalar, null>, b: Exclude<Scalar, null>): number {
  if (kind === 'decimal') return new Big(String(a)).cmp(new Big(String(b)))
  if (kind === 'text' || kind === 'set') return compareText(String(a), String(b))
  return Number(a) - Number(b)
}

/** The order of two lists: that of the first two members that differ, the shorter one first where there are none. */
export function compareLists<One>(
  a: readonly One[],
  b: readonly One[],
  compare: (a: One, b: One) => number,
): number {
  for (const [i, one] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    const order = compare(one, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}
