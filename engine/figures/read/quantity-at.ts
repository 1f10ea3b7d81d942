import { more, roughAfter, roughBefore } from '../words/amounts.ts'
import { arabicAt, hanAt, type Numeral, scaleAt, startsDigit } from './numeral.ts'
import type { NumberToken, Rough, Token } from './token.ts'
import { measureAt } from './word-at.ts'

const latin = /[A-Za-z_]/

/** A number in digits, with range, fraction, scale and unit; a label when it is part of a code. */
export function arabicToken(text: string, from: number): Token | undefined {
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

/** A number in Chinese characters that counts something. */
export function hanToken(text: string, from: number): Token | undefined {
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
  if (isSpan(text, token) || isAddends(text, token)) return { kind: 'label', from, to: token.to }
  return token
}

/** 三项合计, 三个来源共: how many numbers are added, not how many things there are. */
const isAddends = (text: string, token: NumberToken) =>
  token.value <= 10 &&
  /^[\u4e00-\u9fff]{0,4}?(?:合计|共计|总计|加起来|相加)/.test(text.slice(token.to, token.to + 8))

/** 三个月累计, 五年来: a length of time that only says over what the next number runs. */
const isSpan = (text: string, token: NumberToken) =>
  /^(?:个月|周|天|年)$/.test(token.unit) &&
  /^(?:共|累计|合计|总计|来|间|以来)/.test(text.slice(token.to, token.to + 2))

/** 一个, 一次, 两个方面 count nothing; 一人 and 三家 do. */
function hanCounts(text: string, from: number, token: NumberToken): boolean {
  if (/(?:没有|无|任何|每|哪|同|某)$/.test(text.slice(Math.max(0, from - 2), from)) && token.value < 10)
    return false
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
    return (
      '人名家户'.includes(token.unit) ||
      (token.unit === '起' &&
        /[生故]$/.test(text.slice(from - 1, from)) &&
        !/[未没无不]有?发?[生]$/.test(text.slice(Math.max(0, from - 5), from)))
    )
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

/** 多次, 来源, 余下, 几乎; 比2315人次多449人次: the sign belongs to the next word or number. */
const notMore = /^(?:多[次了\d]|来[自看说源]|余[下款额]|几乎)/

/** Reads what follows a numeral: 余/多, 万, the unit, 左右/以上. */
function finish(text: string, from: number, numeral: Numeral, han: boolean): NumberToken {
  let { to, value, step, scaled } = numeral
  let isMore = false
  const take = () => {
    if (to < text.length && more.includes(text[to]!) && !notMore.test(text.slice(to, to + 2))) {
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
  const word = measureAt(text, at)
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
  if (/[附邻最靠临]近$|[马早晚以向]上$|[商]超$|合约$|[节条]约$/.test(before)) return 'exact'
  return roughWords.find(([word]) => before.endsWith(word))?.[1] ?? 'exact'
}

/** The longest word counts: 不少于 is no 少于. */
const roughWords = (['under', 'over', 'about'] as const)
  .flatMap((rough) => roughBefore[rough].map((word) => [word, rough] as const))
  .sort(([a], [b]) => b.length - a.length)
