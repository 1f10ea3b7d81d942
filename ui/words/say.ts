import type { Language } from '@anzhi/engine/pack'
import en from './en.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

/** The key of a word or sentence of the application itself; what a pack names has its words in the pack. */
export type WordKey = keyof typeof zh

export const words: Record<Language, Record<WordKey, string>> = { zh, en }

/** Says something in the reader's language; `{name}` is replaced by the value of that name. */
export type Say = (key: WordKey, values?: Record<string, unknown>) => string

/** The voice of the application in one language. A missing value leaves nothing rather than a brace. */
export function sayIn(language: Language): Say {
  return (key, values = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}

/** A day for reading: 2022年10月31日, or 31 October 2022. */
export function dayInWords(language: Language, day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日`
  const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(day))
  return `${date} ${monthName} ${year}`
}

/** An instant as the clock in Asia/Shanghai showed it: 2022-10-31 09:05. */
export function instantInWords(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`
}
