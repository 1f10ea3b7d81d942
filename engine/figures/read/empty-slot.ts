import { emptyDay, emptySlot, slotNouns } from '../words/empty-slots.ts'
import type { Span } from './figure.ts'

/** 应急广播终端个，每天; 罚款万元; 整改率%: a measure word that no number stands before, as spans of that word. */
export function findEmptySlots(text: string): Span[] {
  const words = [...text.matchAll(emptySlot)].flatMap(({ 0: word, index }) =>
    slotNouns[word]!.test(text.slice(Math.max(0, index - 12), index))
      ? [{ from: index, to: index + word.length }]
      : [],
  )
  const days = [...text.matchAll(emptyDay)].flatMap(({ 0: word, index }) => {
    const end = index + word.length
    return [
      { from: end - 2, to: end - 1 },
      { from: end - 1, to: end },
    ]
  })
  return [...words, ...days]
}
