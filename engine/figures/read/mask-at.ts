import { maskPattern, singleMask } from '../words/masks.ts'
import { startsDigit } from './numeral.ts'
import { measureAt } from './word-at.ts'

const latin = /[A-Za-z_]/

/** Where the place left open that begins here ends; 0 when none does. */
export function maskEnd(text: string, at: number): number {
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
  return free && ('年月日'.includes(next) || (next !== '' && measureAt(text, at + 1) !== undefined))
    ? at + 1
    : 0
}

const scaledMeasure = /^[十百千万亿]{1,2}[元人份家处条件户亩吨]/

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
  if (text[from + 1] === '待') return true
  if (to - from === 1 && (sign === '?' || sign === '？') && !/[\u4e00-\u9fff]/.test(before)) return false
  if (sign === '…' || sign === '.') return measureAt(text, to) !== undefined
  if (sign === '?' || sign === '？') return measureAt(text, to) !== undefined
  if (sign === '□' || sign === '○' || sign === '〇' || sign === '◯')
    return (
      /^同志/.test(text.slice(to, to + 2)) || measureAt(text, to) !== undefined || '年月日'.includes(after)
    )
  if (sign === '（' || sign === '(' || sign === '[' || sign === '【')
    return (
      scaledMeasure.test(text.slice(to, to + 3)) ||
      measureAt(text, to) !== undefined ||
      '年月日%'.includes(after)
    )
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
  if (opens) return measureAt(text, to) === undefined || startsDigit(text, to)
  return !/[\u4e00-\u9fff]/.test(text[from - 1] ?? '') || measureAt(text, to) === undefined
}

/** "检查企业   家": two blanks or more between a Chinese character and a measure word. */
function emptySlotEnd(text: string, at: number): number {
  if (!/[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) return 0
  let i = at
  while ((text[i] === ' ' || text[i] === '\u3000') && i - at < 40) i++
  if (i - at < 2) return 0
  if ('年月日'.includes(text[i] ?? '\n'))
    return /[月日，。、至\s]|[\u4e00-\u9fff]/.test(text[i + 1] ?? '。') ? i : 0
  const scale = /^[十百千万亿]{1,2}(?=元|[人份家处条件户亩吨])/.exec(text.slice(i, i + 3))?.[0] ?? ''
  const unit = measureAt(text, i + scale.length)
  if (!unit) return 0
  if (scale !== '') return i
  const next = text[i + unit.length] ?? '。'
  return (/[，。；、（(,;：:\s）)次]/.test(next) || /[\u4e00-\u9fff]/.test(next)) &&
    startsNoName(text, i, unit)
    ? i
    : 0
}

/** In a signature or a table head two blanks separate words; a slot has its measure word and then a stop. */
const startsNoName = (text: string, at: number, unit: string) =>
  unit.length > 1 || /[，。；、（(,;）)\n]/.test(text[at + unit.length] ?? '。')
