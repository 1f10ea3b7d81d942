import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { stepsIn } from '../read/meaning.ts'
import { isClose, quotient } from '../relate/arithmetic.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'
import { nounUnits } from '../words/noun-units.ts'

/** A number that agrees with its neighbours in everything but its unit, or whose unit cannot count its noun. */
export function checkUnitSlip(reading: Reading): Draft[] {
  const odd = [
    ...reading.figures.flatMap((whole) => besideParts(reading, whole)),
    ...reading.figures.flatMap((rate) => besideRate(reading, rate)),
    ...reading.figures
      .filter((f) => isOddNoun(f) && !isOwnUnit(reading, f))
      .map((figure) => draft(reading, figure, undefined)),
  ]
  return odd.filter((d, i) => odd.findIndex((other) => other.from === d.from) === i)
}

const isPlain = (f: Figure) => !f.cell && isCount(f) && isExact(f) && f.unit !== '' && !f.meaning.past

/** 发现隐患134家，已整改129处，剩余5处: the parts make the number, in another unit. */
function besideParts(reading: Reading, whole: Figure): Draft[] {
  if (!isPlain(whole) || whole.value < 10) return []
  for (const side of [after(reading, whole), before(reading, whole)]) {
    let sum = 0
    for (const [i, part] of side.entries()) {
      sum += part.value
      if (i > 0 && isClose(sum, whole.value) && !isOfOthers(whole, side.slice(0, i + 1)))
        return [draft(reading, whole, part.unit)]
    }
  }
  return []
}

/** 吹哨86次，解决疑难隐患79处，其余7处: the parts name a thing of their own, which the whole does not count. */
const isOfOthers = (whole: Figure, parts: readonly Figure[]) =>
  parts.some(
    ({ meaning: { object } }) =>
      object.length >= 2 &&
      !/^余|^其/.test(object) &&
      !`${whole.head}${whole.tail}`.includes(object.slice(-2)) &&
      stepsIn(parts[0]!.head).length > 0,
  )

/** The counts of one other unit that follow in the same sentence. */
function after(reading: Reading, whole: Figure): Figure[] {
  const next = reading.figures[whole.index + 1]
  return next ? runFrom(reading, whole, next, 1) : []
}

/** The counts of one other unit before 合计, 共. */
function before(reading: Reading, whole: Figure): Figure[] {
  const last = reading.figures[whole.index - 1]
  return last && /共|合计|总/.test(whole.head) ? runFrom(reading, whole, last, -1) : []
}

function runFrom(reading: Reading, whole: Figure, first: Figure, step: 1 | -1): Figure[] {
  const run: Figure[] = []
  for (let f: Figure | undefined = first; f && run.length < 10; f = reading.figures[f.index + step]) {
    if (f.sentence !== whole.sentence || !isPlain(f) || f.unit !== first.unit) break
    run.push(f)
  }
  return isOtherUnit(first.unit, whole.unit) ? run : []
}

const isOtherUnit = (a: string, b: string) =>
  a !== b &&
  a !== `${b}次` &&
  b !== `${a}次` &&
  ![a, b].some((u) => u === '个' || u.includes('(')) &&
  !sameUnit(a, b)

/** 隐患1518户，已整改1473处，整改率97.0%: the rate is right, so one of the units is not. */
function besideRate(reading: Reading, rate: Figure): Draft[] {
  const [whole, part] = [reading.figures[rate.index - 2], reading.figures[rate.index - 1]]
  if (rate.unit !== '%' || rate.decimals === 0 || !whole || !part || !isPlain(whole) || !isPlain(part))
    return []
  if (whole.sentence !== rate.sentence || part.part !== rate.part || !isOtherUnit(whole.unit, part.unit))
    return []
  if (part.value > whole.value || part.meaning.noun !== '' || !/已|完成|实/.test(part.head)) return []
  if (quotient(part.value, whole.value, 100, rate.decimals) !== rate.value) return []
  return [draft(reading, whole, part.unit)]
}

/** A rate whose nearest numbers make it but for a unit is no wrong rate. */
export const isUnitSlip = (reading: Reading, rate: Figure): boolean => besideRate(reading, rate).length > 0

/** 抽查426栋，发现隐患97栋，停用31栋: a sentence that counts all in one unit means the places. */
function isOwnUnit(reading: Reading, figure: Figure): boolean {
  const own = (reading.sentences[figure.sentence]?.figures ?? []).filter((f) => f !== figure && isCount(f))
  const others = own.filter((f) => f.from > figure.from)
  return own.length > 1 && others.length > 0 && others[0]!.unit === figure.unit
}

/** 隐患134家. */
function isOddNoun(figure: Figure): boolean {
  if (!isPlain(figure) || figure.joined || /其中|涉及/.test(figure.head)) return false
  const at = nounUnits.findIndex(([noun]) => noun.test(figure.head))
  if (at > 1 && (figure.tail !== '' || /[未缺无不没]/.test(figure.head.slice(-8)))) return false
  return at >= 0 && !nounUnits[at]![1].has(figure.unit)
}

function draft(reading: Reading, figure: Figure, unit: string | undefined): Draft {
  const quote = reading.text.slice(figure.from, figure.to)
  const number = reading.text.slice(figure.from, figure.unitFrom)
  return {
    kind: 'unit',
    from: figure.from,
    to: figure.to,
    right: unit === undefined ? null : `${number}${unit}`,
    zh:
      unit === undefined
        ? `“${figure.head.slice(-8)}”不以“${figure.unit}”计，请核对“${quote}”的单位`
        : `与它相加、相比的数都以“${unit}”计，“${quote}”的单位应为“${unit}”`,
    en:
      unit === undefined
        ? `“${figure.unit}” cannot count “${figure.head.slice(-8)}”: “${quote}”`
        : `the numbers that make it are counted in ${unit}, so “${quote}” should be`,
  }
}
