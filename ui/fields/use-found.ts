import { useEffect, useState } from 'react'
import type { Found, Hands } from '../reader/index.ts'

// Long enough not to ask at every key, short enough not to be felt.
const pause = 180

/** The records that the words find, asked for a moment after the last key; null asks nothing. */
export function useFound(
  findRecords: Hands['findRecords'],
  register: string,
  words: string | null,
): { records: Found[]; done: boolean } {
  const [answer, setAnswer] = useState<{ words: string; records: Found[] } | null>(null)
  useEffect(() => {
    if (words === null) return
    let wanted = true
    const timer = setTimeout(async () => {
      const records = await findRecords(register, words)
      if (wanted) setAnswer({ words, records: namedFirst(records, words) })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [findRecords, register, words])
  return { records: answer?.records ?? [], done: answer !== null && answer.words === words }
}

/** Those whose name has the words come before those found by something else of theirs, an address say. */
export function namedFirst(records: readonly Found[], words: string): Found[] {
  const wanted = words.trim().toLowerCase()
  const isNamed = ({ title }: Found) => title.toLowerCase().includes(wanted)
  return [...records.filter(isNamed), ...records.filter((one) => !isNamed(one))]
}
