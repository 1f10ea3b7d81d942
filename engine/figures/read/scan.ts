import { more, roughAfter, roughBefore } from '../words/amounts.ts'
import { maskPattern, singleMask } from '../words/masks.ts'
import { measures } from '../words/measures.ts'
import { dayPatterns, labelPatterns, listPattern, periodWords } from '../words/not-counted.ts'
import { arabicAt, hanAt, type Numeral, scaleAt, startsDigit } from './numeral.ts'
import type { NumberToken, Rough, Token } from './token.ts'

const stops = new Set('，,；;。！!？：:、（）()[]【】|\t\n“”"《》〈〉—')
const hanStart = new Set('一二两三四五六七八九十百千万零')
const measureByFirst = groupByFirst(measures)
const periodByFirst = groupByFirst([...periodWords].sort((a, b) => b.length - a.length))
const latin = /[A-Za-z_]/

function groupByFirst(words: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const word of words) map.set(word[0]!, [...(map.get(word[0]!) ?? []), word])
  return map
}

const wordAt = (map: Map<string, string[]>, text: string, at: number) =>
  map.get(text[at]!)?.find((word) => text.startsWith(word, at))

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
    c === '第' || c === '〔' || c === '[' || c === '（' || c === '(' || c === '【' || startsDigit(text, at)
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
  if (!startsDigit(text, at)) return false
  const numeral = arabicAt(text, at)
  return wordAt(measureByFirst, text, numeral.to) !== undefined && !/^[\d.]+-\d/.test(text.slice(at, at + 8))
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

const quotedCounts = (inner: string) => /[*＊_＿]|XX|××|ＸＸ/.test(inner)

function maskEnd(text: string, at: number): number {
  const c = text[at]!
  if (c === ' ' || c === '\u3000') return emptySlotEnd(text, at)
  maskPattern.lastIndex = at
  const found = maskPattern.exec(text)
  if (found) return isMask(text, at, at + found[0].length) ? at + found[0].length : 0
  singleMask.lastIndex = at
  if (!singleMask.test(text)) return 0
  const next = text[at + 1] ?? ''
  const before = text[at - 1] ?? ''
  const free = !/[A-Za-z0-9+＋]/.test(before) && !/[A-Za-z0-9+＋]/.test(next)
  return free &&
    ('年月日'.includes(next) || (next !== '' && wordAt(measureByFirst, text, at + 1) !== undefined))
    ? at + 1
    : 0
}

function isMask(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? '\n'
  const after = text[to] ?? '\n'
  const sign = text[from]!
  if (latin.test(before) || latin.test(after)) return false
  if ((sign === 'X' || sign === 'x') && /^-?\d/.test(text.slice(to, to + 2))) return false
  if (sign === '*' || sign === '＊') {
    if (before === '*' || (/\d/.test(before) && /\d/.test(after))) return false
    if (before === '\n' && (after === ' ' || after === '注' || after === '\n')) return false
    if (before === '带' || after === '号' || (before === '(' && after === ')')) return false
    return !(to - from === 2 && isBold(text, from, to))
  }
  if (sign === '…' || sign === '.') return wordAt(measureByFirst, text, to) !== undefined
  if (sign === '?' || sign === '？') return wordAt(measureByFirst, text, to) !== undefined
  if (sign === '□' || sign === '○' || sign === '〇' || sign === '◯')
    return wordAt(measureByFirst, text, to) !== undefined || '年月日'.includes(after)
  if (sign === '（' || sign === '(' || sign === '[' || sign === '【')
    return wordAt(measureByFirst, text, to) !== undefined || '年月日%'.includes(after)
  return true
}

/** `**text**` in a pasted Markdown text is a heavy print; `**家` is a gap. */
function isBold(text: string, from: number, to: number): boolean {
  const line = text.indexOf('\n', to)
  const end = line < 0 || line - from > 200 ? Math.min(text.length, from + 200) : line
  const start = Math.max(text.lastIndexOf('\n', from) + 1, from - 200)
  const marks = text.slice(start, end).split('**').length - 1
  const opens = (text.slice(start, from).split('**').length - 1) % 2 === 0
  if (marks < 2 || marks % 2 === 1) return false
  if (opens) return wordAt(measureByFirst, text, to) === undefined || startsDigit(text, to)
  return !/[\u4e00-\u9fff]/.test(text[from - 1] ?? '') || wordAt(measureByFirst, text, to) === undefined
}

/** "检查企业   家": two blanks or more between a Chinese character and a measure word. */
function emptySlotEnd(text: string, at: number): number {
  if (!/[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) return 0
  let i = at
  while ((text[i] === ' ' || text[i] === '\u3000') && i - at < 40) i++
  if (i - at < 2) return 0
  if ('年月日'.includes(text[i] ?? '\n'))
    return /[月日，。、至\s]|[\u4e00-\u9fff]/.test(text[i + 1] ?? '。') ? i : 0
  const unit = wordAt(measureByFirst, text, i)
  if (!unit) return 0
  const next = text[i + unit.length] ?? '。'
  return (/[，。；、（(,;：:\s）)次]/.test(next) || /[\u4e00-\u9fff]/.test(next)) &&
    startsNoName(text, i, unit)
    ? i
    : 0
}

/** In a signature or a table head two blanks separate words; a slot has its measure word and then a stop. */
const startsNoName = (text: string, at: number, unit: string) =>
  unit.length > 1 || /[，。；、（(,;）)\n]/.test(text[at + unit.length] ?? '。')

function arabicToken(text: string, from: number): Token | undefined {
  if (latin.test(text[from - 1] ?? '') || (text[from - 1] === '-' && latin.test(text[from - 2] ?? ''))) {
    return { kind: 'label', from, to: arabicAt(text, from).to }
  }
  const first = arabicAt(text, from)
  if (first.to - from > 22 || startsDigit(text, from - 1)) return { kind: 'label', from, to: first.to }
  const slash = fractionAt(text, from, first)
  if (slash) return slash
  const range = rangeEnd(text, first)
  const token = finish(text, from, range ?? first, false)
  if (range) {
    token.rough = 'range'
    token.value = first.scaled ? first.value : first.value * range.step * 10 ** range.decimals
  }
  if (token.unit === '' && /[A-Z]\s$/.test(text.slice(Math.max(0, from - 2), from)))
    return { kind: 'label', from, to: token.to }
  return latin.test(text[token.to] ?? '') && token.unit === '' ? { kind: 'label', from, to: token.to } : token
}

function fractionAt(text: string, from: number, first: Numeral): NumberToken | undefined {
  if (text[first.to] !== '/' && text[first.to] !== '／') return undefined
  if (!startsDigit(text, first.to + 1)) return undefined
  const second = arabicAt(text, first.to + 1)
  const token = finish(text, from, { ...first, to: second.to }, false)
  return { ...token, over: second.value }
}

function rangeEnd(text: string, first: Numeral): Numeral | undefined {
  const dash = /[-－—–~～至到]{1,2}/y
  dash.lastIndex = first.to
  const found = dash.exec(text)
  if (!found || !startsDigit(text, first.to + found[0].length)) return undefined
  return arabicAt(text, first.to + found[0].length)
}

function hanToken(text: string, from: number): Token | undefined {
  const percent = percentAt(text, from)
  if (percent) return percent
  if (
    text[from - 1] === '第' ||
    text[from - 1] === '初' ||
    text[from - 1] === '数' ||
    text[from - 1] === '几'
  )
    return undefined
  const numeral = hanAt(text, from)
  if (!numeral) return undefined
  if (text.startsWith('分之', numeral.to)) return hanFraction(text, from, numeral)
  const token = finish(text, from, numeral, true)
  if (token.unit === '' || !hanCounts(text, from, token)) return undefined
  return token
}

/** 一个, 一次, 两个方面 count nothing; 一人 and 三家 do. */
function hanCounts(text: string, from: number, token: NumberToken): boolean {
  if (token.more || token.value >= 10) return true
  if (
    token.unit === '级' ||
    token.unit === '类' ||
    token.unit === '种' ||
    token.unit === '层' ||
    token.unit === '批'
  )
    return false
  if (token.value === 1)
    return '人名家户'.includes(token.unit) || (token.unit === '起' && /[生故]/.test(text[from - 1] ?? ''))
  return token.value > 0
}

function hanFraction(text: string, from: number, below: Numeral): NumberToken | undefined {
  const above = hanAt(text, below.to + 2)
  if (!above || below.value === 0) return undefined
  const value = above.value / below.value
  return {
    kind: 'number',
    from,
    to: above.to,
    value,
    step: 0.01,
    decimals: 0,
    scaled: false,
    rough: 'about',
    more: false,
    unit: '分之',
    unitFrom: above.to,
    han: true,
  }
}

function percentAt(text: string, from: number): NumberToken | undefined {
  if (!text.startsWith('百分之', from)) return undefined
  const numeral = startsDigit(text, from + 3) ? arabicAt(text, from + 3) : hanAt(text, from + 3)
  if (!numeral) return undefined
  const value = text.startsWith('百分之百', from) ? 100 : numeral.value
  return {
    kind: 'number',
    from,
    to: numeral.to,
    value,
    step: 10 ** -numeral.decimals,
    decimals: numeral.decimals,
    scaled: false,
    rough: roughOf(text, from, numeral.to),
    more: false,
    unit: '%',
    unitFrom: numeral.to,
    han: true,
  }
}

/** Reads what follows a numeral: 余/多, 万, the unit, 左右/以上. */
function finish(text: string, from: number, numeral: Numeral, han: boolean): NumberToken {
  let { to, value, step, scaled } = numeral
  let isMore = false
  const take = () => {
    if (
      to < text.length &&
      more.includes(text[to]!) &&
      !(text[to] === '多' && text[to + 1] === '次') &&
      !(text[to] === '来' && /[自看说]/.test(text[to + 1] ?? ''))
    ) {
      isMore = true
      to++
    }
  }
  take()
  const scale = isMore ? scaleAt(text, to) : undefined
  if (scale) {
    const factor =
      scale === '万'
        ? 10_000
        : scale === '亿'
          ? 100_000_000
          : scale === '千'
            ? 1000
            : scale === '百'
              ? 100
              : 1
    value *= factor
    step *= factor
    scaled = true
    to += scale.length
  }
  const blank = text[to] === ' ' && !han ? 1 : 0
  const unit = unitAt(text, to + blank)
  const unitFrom = unit ? to + blank : to
  if (unit) to += blank + unit.length
  if (unit && !isMore) take()
  const token: NumberToken = {
    kind: 'number',
    from,
    to,
    value,
    step,
    decimals: numeral.decimals,
    scaled,
    rough: 'exact',
    more: isMore,
    unit: unitName(unit?.name ?? ''),
    unitFrom,
    han,
  }
  token.rough = isMore ? 'over' : roughOf(text, from, to)
  return token
}

interface UnitAt {
  name: string
  length: number
}

/** A measure word, also printed as 台（套） or 家（次）. */
function unitAt(text: string, at: number): UnitAt | undefined {
  const word = wordAt(measureByFirst, text, at)
  if (!word) return undefined
  const both = /^[（(]\/?(次|套)[)）]|^\/(套|次)/.exec(text.slice(at + word.length, at + word.length + 4))
  if (both && word.length === 1)
    return { name: both[0].includes('套') ? '台套' : `${word}(次)`, length: word.length + both[0].length }
  if (word === '分' && '别为钟之局公队布管发'.includes(text[at + 1] ?? '。')) return undefined
  if (word === '方' && '面式法案便位'.includes(text[at + 1] ?? '')) return undefined
  if (word === '点' || word === '门' || word === '口' || word === '成' || word === '级')
    return wordIsUnit(text, at, word) ? { name: word, length: 1 } : undefined
  return { name: word, length: word.length }
}

const wordIsUnit = (text: string, at: number, word: string) =>
  !/[\u4e00-\u9fff]/.test(text[at + word.length] ?? '')

const unitName = (unit: string) => (unit === '％' ? '%' : unit === '百分点' ? '个百分点' : unit)

function roughOf(text: string, from: number, to: number): Rough {
  for (const rough of ['about', 'under', 'over'] as const) {
    if (roughAfter[rough].some((word) => text.startsWith(word, to))) return rough
  }
  const before = text.slice(Math.max(0, from - 4), from)
  for (const rough of ['under', 'over', 'about'] as const) {
    if (
      roughBefore[rough].some((word) => before.endsWith(word)) &&
      !/[附邻最靠临]近$|[马早晚以向]上$|合约$|[节条]约$/.test(before)
    )
      return rough
  }
  return 'exact'
}
