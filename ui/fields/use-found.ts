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
      if (wanted) setAnswer({ words, records })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [findRecords, register, words])
  return { records: answer?.records ?? [], done: answer !== null && answer.words === words }
}
