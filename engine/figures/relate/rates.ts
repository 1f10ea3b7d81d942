import type { Figure, Reading } from '../read/figure.ts'
import { narrowers, rateSteps } from '../words/flows.ts'
import { joinedList, listsOf } from './lists.ts'
import { pairBefore } from './pair.ts'
import { leadOf, listReadings, type Rate } from './rate.ts'
import { fits, isCount, isExact, nearBefore, subjectsIn } from './same.ts'
import { listShare, shareRate } from './shares.ts'
import { wholeOf } from './wholes.ts'

const rateTail =
  /([\u4e00-\u9fff、“”]{1,24})(?:率|(?<=覆盖)面|(?<!占)比例)(?:[（(]%[)）])?(?:分别|均|已|约|为|达|到|了|是|高|仅|只有|保持在|提高|提升|上升|稳定在|[:：\s（(，,]){0,6}$/
const stepNames = Object.keys(rateSteps).sort((a, b) => b.length - a.length)

/** Step three for rates: what a printed percentage is a percentage of. */
export function findRates(reading: Reading): Rate[] {
  const rates: Rate[] = []
  for (const figure of reading.figures) {
    if ((figure.unit !== '%' && figure.unit !== '‰') || figure.rough === 'range') continue
    if (isSaidOfRates(reading, figure)) continue
    const rate =
      listRate(reading, figure, rates.at(-1)) ??
      namedRate(reading, figure) ??
      shareRate(reading, figure) ??
      bareRate(reading, figure)
    if (rate) rates.push(rate)
  }
  return rates
}

/** 占比合计不等于100%, 整改率达到100%的有2个镇: a word about rates, not the rate of what stands before. */
const isSaidOfRates = (reading: Reading, figure: Figure) =>
  /(?:合计|之和|总和|相加)[^，。；\d]{0,6}$|不等于$/.test(leadOf(reading, figure)) ||
  (figure.value === 100 &&
    /^的(?:有|是|为|[\u4e00-\u9fff]{0,4}(?:镇|乡|街道|单位|部门|企业|村|社区)(?:有|是|为|分别))/.test(
      reading.text.slice(figure.to, figure.to + 10),
    ))

/** The name of a rate, read back from the number. */
function nameOf(reading: Reading, figure: Figure): string | undefined {
  const found = rateTail.exec(leadOf(reading, figure))
  return found?.[1]?.replace(/^.*[、”]/, '')
}

function namedRate(reading: Reading, figure: Figure): Rate | undefined {
  const name = nameOf(reading, figure)
  if (name === undefined || isPastRate(reading, figure, name)) return undefined
  return rateFrom(reading, figure, name)
}

/** 245条改了229条，93.5%: a rate without a name right after what was done of how many. */
function bareRate(reading: Reading, figure: Figure): Rate | undefined {
  const [whole, part] = [reading.figures[figure.index - 2], reading.figures[figure.index - 1]]
  if (!whole || !part || figure.cell || figure.head !== '' || !isExact(figure)) return undefined
  if (!/^[，,（(]$/.test(reading.text.slice(part.to, figure.from))) return undefined
  const isDone = !part.meaning.open && /改|整|已|了|完|结|合格|通过|到|装|建|签|交/.test(part.head)
  return isDone && pairBefore(reading, figure, '')
    ? { figure, name: '', parts: [part, whole], readings: [] }
    : undefined
}

const isPastRate = (reading: Reading, figure: Figure, name: string) =>
  figure.meaning.past ||
  /去年|上年|同期|上月|上季|上期|全国|全省|全市平均|目标|要求/.test(name) ||
  /(?:由|从|比(?!例)|较)[^，。；\d]{0,12}$/.test(leadOf(reading, figure).replace(/率[^，。；]{0,3}$/, '')) ||
  /率(?:由|从)[^，。；\d]{0,8}$/.test(leadOf(reading, figure))

export function stepsOfName(name: string): readonly string[] {
  const step = stepNames
    .filter((s) => name.includes(s))
    .sort((a, b) => name.lastIndexOf(b) + b.length - (name.lastIndexOf(a) + a.length))[0]
  if (step === undefined) return []
  const all = stepNames.filter((s) => name.includes(s)).flatMap((s) => rateSteps[s]!)
  return [...new Set(all)]
}

function rateFrom(reading: Reading, figure: Figure, name: string): Rate | undefined {
  const near = [...nearBefore(reading, figure), ...bracketAfter(reading, figure)].filter(
    (f) => isCount(f) && !f.meaning.past,
  )
  const steps = stepsOfName(name)
  const numerators = near.filter((f) => isNumerator(f, steps, name))
  const readings = listReadings(near, figure.decimals > 0 ? near : numerators)
  for (const f of near.filter((f) => isOpposite(f, steps))) {
    readings.push(
      ...near
        .filter((w) => w !== f && fits(w, f) && w.value > f.value)
        .map((w): [number, number] => [w.value - f.value, w.value]),
    )
  }
  readings.push(...togetherReadings(near, steps))
  const fraction = fractionNear(reading, figure)
  if (fraction)
    return {
      figure,
      name,
      readings: [...readings, [fraction.value, fraction.over!]],
      parts: [fraction, { ...fraction, value: fraction.over! }],
    }
  if (figure.cell) return { figure, name, readings, parts: bestParts(reading, figure, numerators, near) }
  if (isElsewhere(reading, figure, name, near)) return { figure, name, readings }
  const parts = bestParts(reading, figure, numerators, near, name)
  return {
    figure,
    name,
    readings: parts ? readings : listReadings(near, near),
    parts: parts ?? pairBefore(reading, figure, name),
  }
}

/** 立即整改865处, 限期整改…已整改248处: what was put right in two ways counts together. */
function togetherReadings(near: readonly Figure[], steps: readonly string[]): [number, number][] {
  const own = near.filter((f) => !f.meaning.open && f.meaning.steps.some((s) => steps.includes(s))).slice(-6)
  const sums = own.flatMap((a, i) => own.slice(i + 1).map((b) => ({ ...a, value: a.value + b.value })))
  return sums.flatMap((s) =>
    near
      .slice(-16)
      .filter((w) => fits(s, w) && w.value >= s.value)
      .map((w): [number, number] => [s.value, w.value]),
  )
}

/** (1824/1871) beside the rate. */
function fractionNear(reading: Reading, figure: Figure): Figure | undefined {
  return [reading.figures[figure.index + 1], reading.figures[figure.index - 1]].find(
    (f) =>
      f?.over !== undefined &&
      f.sentence === figure.sentence &&
      Math.abs(f.from - figure.to) < 16 &&
      f.over >= f.value,
  )
}

/** Parts given after the rate: 整改率97.5%（整改312处、排查320处）. */
function bracketAfter(reading: Reading, figure: Figure): Figure[] {
  const own = reading.sentences[figure.sentence]?.figures ?? []
  if (own.length > 80) return []
  const before = own.some((f) => f.from < figure.from && isCount(f))
  return own.filter(
    (f) =>
      f.from > figure.to &&
      (figure.cell || !before || (f.bracket !== figure.bracket && f.bracket > 0 && f.from - figure.to < 40)),
  )
}

/** 不合格18批次 for a rate of 合格. */
const isOpposite = (f: Figure, steps: readonly string[]) =>
  steps.some((s) => new RegExp(`[不未](?:能|完成|按期|及时)?${s}`).test(`${f.head}${f.tail}`))

function isNumerator(f: Figure, steps: readonly string[], name: string): boolean {
  if (!isExact(f) || f.meaning.ordered) return false
  if (f.meaning.open !== /未|不/.test(name)) return false
  if (!/未|不/.test(name) && isOpposite(f, steps)) return false
  const label = `${f.head}${f.meaning.steps.length > 0 && f.head !== '' ? '' : f.tail}`.replace(
    /[\u4e00-\u9fff]{0,6}率.*$/,
    '',
  )
  return steps.length > 0
    ? steps.some((s) => f.meaning.steps.includes(s) || label.includes(s))
    : name.length >= 2 && label.includes(name.slice(-2))
}

/** The rate speaks of something that the figures before it do not: 城关镇整改率最低, 市级平均整改率. */
function isElsewhere(reading: Reading, figure: Figure, name: string, near: readonly Figure[]): boolean {
  if (near.length > 0 && near.every((f) => f.from > figure.from)) return false
  const own = near.filter((f) => f.sentence === figure.sentence).at(0) ?? near[0]
  if (!own) return true
  const from = reading.sentences[own.sentence]?.from ?? own.from
  const context = reading.text.slice(
    from,
    near.at(-1)!.to + 40 < figure.from ? near.at(-1)!.to + 40 : figure.from - name.length - 1,
  )
  const lastNumber = near.filter((f) => f.from < figure.from).at(-1)
  const lead = lastNumber
    ? reading.text.slice(lastNumber.to, figure.from)
    : reading.text.slice(from, figure.from)
  if (/最高|最低|排名|平均|目标|要求|高于|低于|不低于|达不到|全国|全省/.test(lead)) return true
  if (subjectsIn(lead).some((subject) => !context.includes(subject))) return true
  return narrowers.some((word) => name.includes(word) && !context.includes(word) && !rateSteps[word])
}

/** 抽检1260批次，不合格18批次: the rate of the rest. */
function restParts(
  reading: Reading,
  near: readonly Figure[],
  steps: readonly string[],
): readonly [Figure, Figure] | undefined {
  const left = near.filter((f) => isExact(f) && isOpposite(f, steps)).at(-1)
  const whole = left && wholeOf(reading, left, near)
  return left && whole && whole.value >= left.value
    ? [{ ...left, value: whole.value - left.value }, whole]
    : undefined
}

function bestParts(
  reading: Reading,
  figure: Figure,
  numerators: readonly Figure[],
  near: readonly Figure[],
  name = '',
): readonly [Figure, Figure] | undefined {
  for (const part of [...numerators].reverse()) {
    if (
      narrowers.some(
        (w) =>
          name.includes(w) &&
          w !== '交通' &&
          !part.meaning.narrow.includes(w) &&
          ['按期', '按时', '立即', '限期', '当场'].includes(w),
      )
    )
      continue
    const whole = wholeOf(reading, part, near)
    if (whole) return whole.value >= part.value ? [part, whole] : undefined
    if (part.sentence === figure.sentence) return undefined
  }
  return restParts(reading, near, stepsOfName(name))
}

/** 分别为97.5%、80%: the n-th rate belongs to the n-th figure of the lists before it. */
function listRate(reading: Reading, figure: Figure, previous: Rate | undefined): Rate | undefined {
  const isNext = figure.joined && previous && previous.figure.index === figure.index - 1
  const name = isNext ? previous.name : nameOf(reading, figure)
  const list = joinedList(reading, figure)
  const shares = list.length >= 2 ? listShare(reading, figure, list) : undefined
  if (shares) return shares
  if (name === undefined || (!isNext && !/分别|依次/.test(leadOf(reading, figure)))) return undefined
  if (list.length < 2) return undefined
  const position = list.indexOf(figure)
  const near = nearBefore(reading, list[0]!, 1).filter(isCount)
  const uniform = listsOf(near, list.length)
  const groups = uniform.length >= 2 ? uniform : listsOf(near, list.length, true)
  const steps = name === '占' ? [] : stepsOfName(name)
  const part = groups
    .filter((g) => g.some((f) => isNumerator(f, steps, name)) || steps.some((s) => g[0]!.head.includes(s)))
    .at(-1)
  const whole =
    part &&
    groups
      .filter((g) => g !== part && g[0]!.from < part[0]!.from && g.every((f, i) => fits(f, part[i]!)))
      .at(-1)
  const readings = listReadings(near, near)
  if (!part || !whole) {
    const pairs = near.filter((f) => isNumerator(f, steps, name)).slice(-list.length)
    const own = pairs.length === list.length ? pairs[position] : undefined
    const ownWhole = own && wholeOf(reading, own, near)
    return {
      figure,
      name,
      readings,
      parts: ownWhole && ownWhole.value >= own.value ? [own, ownWhole] : undefined,
    }
  }
  const isPart = part[position]!.value <= whole[position]!.value
  return { figure, name, readings, parts: isPart ? [part[position]!, whole[position]!] : undefined }
}
