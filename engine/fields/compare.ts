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
