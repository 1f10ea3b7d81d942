import { dayPatterns, labelPatterns, listPattern, periodWords } from '../words/not-counted.ts'
import { maskEnd } from './mask-at.ts'
import { arabicAt, startsDigit } from './numeral.ts'
import { arabicToken, hanToken } from './quantity-at.ts'
import type { Token } from './token.ts'
import { groupByFirst, measureAt, wordAt } from './word-at.ts'

const stops = new Set('，,；;。！!？：:、（）()[]【】|\t\n“”"《》〈〉—')
const hanStart = new Set('一二两三四五六七八九十百千万零')
const periodByFirst = groupByFirst([...periodWords].sort((a, b) => b.length - a.length))

function match(patterns: readonly RegExp[], text: string, at: number): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return at + found[0].length
  }
  return 0
}

/** Step one of the grammar: the text's numerals, masks, days and stops, in order, in one pass. */
export function scan(text: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  while (i < text.length) {
    const token = (i === 0 || text[i - 1] === '\n' ? lineNumberAt(text, i) : undefined) ?? tokenAt(text, i)
    if (token) {
      tokens.push(token)
      i = token.to
    } else i++
  }
  return tokens
}

function lineNumberAt(text: string, at: number): Token | undefined {
  const to = match([listPattern], text, at)
  return to ? { kind: 'label', from: at, to } : undefined
}

function tokenAt(text: string, at: number): Token | undefined {
  const c = text[at]!
  if (c === '《' || c === '“') {
    const to = quotedEnd(text, at)
    if (to) return { kind: 'label', from: at, to }
  }
  const maskTo = maskEnd(text, at)
  if (maskTo) return { kind: 'mask', from: at, to: maskTo }
  const labelTo =
    c === '第' ||
    c === '每' ||
    c === '〔' ||
    c === '[' ||
    c === '（' ||
    c === '(' ||
    c === '【' ||
    startsDigit(text, at)
      ? match(labelPatterns, text, at)
      : 0
  const dayTo = startsDigit(text, at) ? match(dayPatterns, text, at) : 0
  if (dayTo && dayTo >= labelTo && !isMeasured(text, at)) return { kind: 'day', from: at, to: dayTo }
  if (labelTo && !isMeasured(text, at)) return { kind: 'label', from: at, to: labelTo }
  if (stops.has(c)) return { kind: 'stop', from: at, to: at + 1 }
  if (startsDigit(text, at)) return arabicToken(text, at)
  const han = hanStart.has(c) ? hanToken(text, at) : undefined
  if (han) return han
  const period = wordAt(periodByFirst, text, at)
  return period ? { kind: 'period', from: at, to: at + period.length } : undefined
}

/** 3个月 and 12.5万 look like the start of a day; a numeral with a measure word is none. */
function isMeasured(text: string, at: number): boolean {
  if (!startsDigit(text, at) || /^\d{1,3}\s?周岁/.test(text.slice(at, at + 6))) return false
  const numeral = arabicAt(text, at)
  return measureAt(text, numeral.to) !== undefined && !/^[\d.]+-\d/.test(text.slice(at, at + 8))
}

/** Titles and short slogans in quotation marks (“五个禁止”, “1+2+12”) hold no figures of this report. */
function quotedEnd(text: string, at: number): number {
  const close = text[at] === '《' ? '》' : '”'
  const limit = text[at] === '《' ? 80 : 14
  for (let i = at + 1; i < Math.min(text.length, at + limit); i++) {
    if (text[i] === close) return quotedCounts(text.slice(at + 1, i)) ? 0 : i + 1
    if (text[i] === '\n') return 0
  }
  return 0
}

/** “220余家次” is a number that the text speaks of; “五个禁止” is a name. */
const quotedCounts = (inner: string) =>
  /[*＊_＿]|XX|××|ＸＸ/.test(inner) ||
  /^近?\d{2,6}[余多]?(?:家次|家|处|人次|人|件|起|份|条)[余多]?$/.test(inner)
