import { measures } from '../words/measures.ts'

/** Words by their first character, in the order given, so that a look-up tries only a few. */
export function groupByFirst(words: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const word of words) map.set(word[0]!, [...(map.get(word[0]!) ?? []), word])
  return map
}

export const wordAt = (map: Map<string, string[]>, text: string, at: number) =>
  map.get(text[at]!)?.find((word) => text.startsWith(word, at))

const measureByFirst = groupByFirst(measures)

/** The measure word that begins here. */
export const measureAt = (text: string, at: number): string | undefined => wordAt(measureByFirst, text, at)
