import { hanDigits, scales } from '../words/amounts.ts'

export interface Numeral {
  value: number
  /** The smallest step that the printing shows: 1.2万 → 1000. */
  step: number
  decimals: number
  scaled: boolean
  to: number
}

const scaleWords = Object.keys(scales).sort((a, b) => b.length - a.length)
const isDigit = (code: number) => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)
const plain = (text: string) =>
  text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll(',', '')

/** Digits read at once: a longer run is no number of a report, and is read in pieces. */
const longest = 40

/** End of a run of digits with thousands marks and one decimal point. A numeral longer than 15 digits counts nothing. */
function digitsEnd(text: string, from: number): number {
  let i = from
  while (isDigit(text.charCodeAt(i)) && i - from < longest) i++
  if (i - from <= 3) {
    while (
      i - from < longest &&
      text[i] === ',' &&
      [1, 2, 3].every((k) => isDigit(text.charCodeAt(i + k))) &&
      !isDigit(text.charCodeAt(i + 4))
    )
      i += 4
  }
  if ((text[i] === '.' || text[i] === '．') && isDigit(text.charCodeAt(i + 1))) {
    i++
    while (isDigit(text.charCodeAt(i)) && i - from < longest) i++
  }
  return i
}

export const startsDigit = (text: string, at: number): boolean => isDigit(text.charCodeAt(at))

export function scaleAt(text: string, at: number): string | undefined {
  return scaleWords.find((word) => text.startsWith(word, at))
}

/** An Arabic numeral at this place, with 万 or 亿 right after it. */
export function arabicAt(text: string, from: number): Numeral {
  const end = digitsEnd(text, from)
  const raw = plain(text.slice(from, Math.min(end, from + 40)))
  const decimals = raw.includes('.') ? raw.length - raw.indexOf('.') - 1 : 0
  let to = end
  const gap = text[end] === ' ' ? 1 : 0
  const scale = scaleAt(text, end + gap)
  if (scale) to = end + gap + scale.length
  const factor = scale ? scales[scale]! : 1
  return {
    value: round(Number(raw) * factor),
    step: round(factor * 10 ** -decimals),
    decimals,
    scaled: factor > 1,
    to,
  }
}

const round = (value: number) => (Math.abs(value) < 1e12 ? Math.round(value * 1e6) / 1e6 : value)

const hanChars = new Set([...Object.keys(hanDigits), '十', '百', '千', '万', '亿'])

/** A numeral in Chinese characters at this place, if it is well formed (三百二十一, 两万, 一千零五, 三点五). */
export function hanAt(text: string, from: number): Numeral | undefined {
  let i = from
  while (hanChars.has(text[i]!) && i - from < 16) i++
  let decimals = 0
  let whole = parseHan(text.slice(from, i))
  if (whole === undefined) return undefined
  if (text[i] === '点' && hanDigits[text[i + 1]!] !== undefined) {
    let j = i + 1
    let digits = ''
    while (hanDigits[text[j]!] !== undefined && j - i < 6) digits += hanDigits[text[j++]!]
    decimals = digits.length
    whole += Number(`0.${digits}`)
    i = j
  }
  const last = text[i - 1]!
  const step = decimals ? 10 ** -decimals : (scales[last] ?? 1)
  return { value: round(whole), step, decimals, scaled: last === '万' || last === '亿', to: i }
}

function parseHan(run: string): number | undefined {
  if (run === '') return undefined
  if ([...run].every((c) => hanDigits[c] !== undefined)) {
    return run.length === 1 ? hanDigits[run] : undefined
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const c of run) {
    const d = hanDigits[c]
    if (d !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = d
      continue
    }
    const scale = scales[c]!
    if (scale >= 10_000) {
      section += digit ?? 0
      if (section === 0) section = 1
      total = (total + section) * scale
      section = 0
    } else {
      section += (digit === undefined || digit === 0 ? 1 : digit) * scale
    }
    digit = undefined
  }
  return total + section + (digit ?? 0)
}
