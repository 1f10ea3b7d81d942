import { emptySlots } from '../words/empty-slots.ts'
import type { Span } from './figure.ts'

/** 应急广播终端个，每天; 罚款万元; 整改率%: a measure word that no number stands before, as spans of that word. */
export function findEmptySlots(text: string): Span[] {
  return emptySlots.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => {
      const word = found[1]!
      const from = found.index + found[0].lastIndexOf(word)
      return { from, to: from + word.length }
    }),
  )
}
