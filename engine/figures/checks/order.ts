import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { isCount, isExact, nearBefore, samePeriod, sameUnit, turnsBetween } from '../relate/same.ts'
import { flowsInto, isBareStock, wholeOf } from '../relate/wholes.ts'
import { visitOf } from '../words/measures.ts'
import { carriedOver } from '../words/relations.ts'
import { findSetParts } from './order-set.ts'

/** A part that is larger than what it is a part of. */
export function checkOrder(reading: Reading): Draft[] {
  const wrongColumns = new Set<string>()
  const ofSets = findSetParts(reading)
  return reading.figures.flatMap((part) => {
    const column = part.cell && `${part.cell.table}|${part.cell.column}`
    if (column && wrongColumns.has(column) && isTotalRow(reading, part)) return []
    if (!isCount(part) || !isExact(part) || part.meaning.past) return []
    const whole =
      ofThem(reading, part) ??
      among(reading, part) ??
      visited(reading, part) ??
      flowed(reading, part) ??
      ofSets.find((s) => s.part === part)?.whole
    if (whole && column) wrongColumns.add(column)
    return whole ? [orderDraft(reading, part, whole)] : []
  })
}

/** A total over a wrong row only passes its mistake on. */
const isTotalRow = (reading: Reading, { cell }: Figure) =>
  cell !== undefined && /[合总小共]\s*计/.test(reading.tables[cell.table]?.rows[cell.row]?.label ?? '')

function orderDraft(reading: Reading, part: Figure, whole: Figure): Draft {
  const isFar = part.cell !== undefined || part.paragraph !== whole.paragraph || part.from - whole.from > 200
  const [a, b] = [Math.min(part.from, whole.from), Math.max(part.to, whole.to)]
  const label = (f: Figure) =>
    `${f.head.replace(/^.*[，。；：、]/, '')}${reading.text.slice(f.from, f.to)}`.slice(-24)
  return {
    kind: 'order',
    from: isFar ? part.from : a,
    to: isFar ? part.to : b,
    right: null,
    printed: [part.from, part.to],
    zh: `“${label(part)}”是“${label(whole)}”的一部分，${show(part)}＞${show(whole)}，不可能`,
    en: `“${label(part)}” is a part of “${label(whole)}”, but ${show(part)} > ${show(whole)}`,
  }
}

/** 其中: no part may exceed its whole. */
function ofThem(reading: Reading, part: Figure): Figure | undefined {
  if (part.cell) return undefined
  const near = nearBefore(reading, part).filter(
    (f) => isCount(f) && isExact(f) && f.unit === part.unit && !f.meaning.past,
  )
  const from = Math.max(reading.sentences[part.sentence]!.from, part.from - 80)
  const at = reading.text.slice(from, part.from).lastIndexOf('其中')
  if (at < 0) return undefined
  const mark = from + at
  if (/[；;]/.test(reading.text.slice(mark, part.from))) return undefined
  const between = reading.figures[part.index - 1]
  const last = reading.figures
    .slice(Math.max(0, part.index - 12), part.index)
    .filter((f) => f.to <= mark)
    .at(-1)
  if (last && mark - last.to <= 2 && last.unit !== part.unit && isCount(last)) return undefined
  if (last && last.unit === part.unit && !isExact(last)) return undefined
  const isFirst =
    !between || between.to <= mark || between.bracket !== part.bracket || near.every((f) => f.from < mark)
  const wholes = near.filter((f) => f.to <= mark && f.bracket <= part.bracket)
  if (!isFirst || wholes.length === 0 || carried(reading, wholes[0]!, part)) return undefined
  const whole = wholes.at(-1)!
  const isOfLast =
    mark - whole.to <= 2 &&
    whole.meaning.steps.length > 0 &&
    whole.meaning.steps.every((s) => part.meaning.steps.includes(s))
  if (isOfLast && part.value > whole.value && !carried(reading, whole, part)) return whole
  return wholes.every((w) => part.value > w.value) ? whole : undefined
}

/** 需立即处置的57个问题中，已处置59个; 挂牌督办6项，已摘牌7项: the number right before is taken up, or only it can be. */
function among(reading: Reading, part: Figure): Figure | undefined {
  const whole = reading.figures[part.index - 1]
  if (!whole || part.cell || whole.sentence !== part.sentence || whole.part !== part.part) return undefined
  if (
    whole.bracket !== part.bracket ||
    !isExact(whole) ||
    !isCount(whole) ||
    !sameUnit(whole.unit, part.unit) ||
    whole.value >= part.value
  )
    return undefined
  const between = reading.text.slice(whole.to, part.from)
  const isTaken = /^[^，。；、\d]{0,10}中[，,]?(?:已|有|共|完成|实际)[^，。；\d]{0,8}$/.test(between)
  const label = (f: Figure) => `${f.head}${f.tail}`
  const isClosePair = closePairs.some(([a, b]) => a.test(label(whole)) && b.test(part.head))
  if (
    !(isTaken || (isClosePair && (part.meaning.noun === '' || /^实/.test(part.head)) && between.length <= 12))
  )
    return undefined
  return carried(reading, whole, part) ? undefined : whole
}

/** Steps of which the second can only follow the first. */
const closePairs: readonly (readonly [whole: RegExp, part: RegExp])[] = [
  [/挂牌/, /^已?摘牌|^已?销号/],
  [/立案/, /^已?结案|^已?办结/],
  [/^应|应[参检报到训装签查]/, /^实/],
  [/受理|接到|收到/, /^已?办结|^已?核查/],
  [/交办|转办/, /^已?办结/],
  [/责令限期|限期整改|下达/, /^已?复查/],
]

/** 家 and 家次: things are never more than visits. */
function visited(reading: Reading, part: Figure): Figure | undefined {
  if (part.unit === '' || part.han) return undefined
  const own = reading.figures.slice(Math.max(0, part.index - 2), part.index + 3)
  return own.find((f) => {
    if (
      f.sentence !== part.sentence ||
      f.han ||
      visitOf[f.unit] !== part.unit ||
      part.unit === '' ||
      f.value >= part.value ||
      !isExact(f) ||
      Math.abs(f.index - part.index) > 2
    )
      return false
    if (f.from > part.from && /^(?:里|中|其中)/.test(reading.text.slice(part.to, f.from))) return false
    if (part.unit === '人' || part.unit === '次') return isSameLabel(reading, f, part)
    return isSameLabel(reading, f, part) && !turnsBetween(reading, f, part) && samePeriod(f, part)
  })
}

/** A number without words of its own (28家次（33家）, 57家、71家次) counts what the number right beside it counts. */
function isSameLabel(reading: Reading, a: Figure, b: Figure): boolean {
  const [x, y] = [a.meaning, b.meaning]
  if (isBare(a) || isBare(b))
    return /^[（(、，和及]?(?:共|计|合)?$/.test(
      reading.text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)),
    )
  const sameSteps = x.steps.join() === y.steps.join() || x.steps.length === 0 || y.steps.length === 0
  return sameSteps && (x.object === y.object || x.object === '' || y.object === '') && x.past === y.past
}

const isBare = (f: Figure) => !f.cell && f.head === '' && f.tail === ''

const carried = (reading: Reading, a: Figure, b: Figure) => {
  const from = Math.min(a.from, b.from)
  const text = reading.text
    .slice(Math.max(0, from - 16), Math.max(a.to, b.to) + 24)
    .replace(/(?:没有|无|不含|不包括|均非)(?:往年|去年|上年|结转|历史|遗留)[^，。；]*/g, '')
  return carriedOver.some((word) => text.includes(word))
}

/** A later step that took more than the step before gave. */
function flowed(reading: Reading, part: Figure): Figure | undefined {
  if (part.meaning.open || part.meaning.ordered || part.unit === '') {
    if (!part.cell) return undefined
  }
  if (part.meaning.steps.length === 0) return undefined
  const near = [
    ...nearBefore(reading, part),
    ...(part.cell ? reading.sentences[part.sentence]!.figures : []),
  ].filter((f) => f !== part && isCount(f))
  const whole = wholeOf(reading, part, near)
  if (whole && whole.sentence !== part.sentence && (isBareStock(whole) || isWider(reading, whole, part)))
    return undefined
  if (!whole || whole.value >= part.value || !isCertain(whole, part) || !samePeriod(whole, part))
    return undefined
  const others = [...new Set(near)].filter(
    (f) =>
      f.from < part.from &&
      sameUnit(f.unit, part.unit) &&
      (flowsInto(f, part) || isBareStock(f)) &&
      !f.meaning.open,
  )
  const isJoint = part.meaning.total !== ''
  const together = others
    .filter((f) => isJoint || f.clause === whole.clause)
    .reduce((sum, f) => sum + f.value, 0)
  if (together >= part.value || others.some((f) => f.value >= part.value) || carried(reading, whole, part))
    return undefined
  return sameUnit(whole.unit, part.unit) ? whole : undefined
}

/** 累计, 全年 in a new sentence reach over more than the sentence before counted. */
function isWider(reading: Reading, whole: Figure, part: Figure): boolean {
  const lead = (f: Figure) =>
    reading.text.slice(Math.max(reading.sentences[f.sentence]?.from ?? 0, f.from - 24), f.from)
  return /累计|全年|总计|今年以来/.test(lead(part)) && !/累计|全年|总计|今年以来/.test(lead(whole))
}

/** The flow is named in words, or the part follows its stock at once (12个市场已取缔15个). */
function isCertain(whole: Figure, part: Figure): boolean {
  if (/计划|目标|任务/.test(whole.head)) return false
  if (
    part.cell &&
    /^(?:[\u4e00-\u9fff]{0,4})(?:隐患|问题)数?$/.test(whole.head) &&
    /^已?整改/.test(part.head)
  )
    return true
  if (flowsInto(whole, part, true))
    return part.meaning.noun === '' || whole.meaning.object === '' || sharesWords(whole, part)
  return (
    part.meaning.object === '' &&
    whole.index === part.index - 1 &&
    whole.sentence === part.sentence &&
    part.value <= whole.value * 3 &&
    !/安装|配备|发放|建成|签订|培训|施划|张贴/.test(part.head) &&
    part.meaning.steps.length === 1 &&
    /已|完成/.test(part.head) &&
    whole.bracket === part.bracket
  )
}

const sharesWords = (a: Figure, b: Figure) =>
  a.meaning.object.includes(b.meaning.object) ||
  b.meaning.object.includes(a.meaning.object) ||
  a.meaning.object.slice(-2) === b.meaning.object.slice(-2)
