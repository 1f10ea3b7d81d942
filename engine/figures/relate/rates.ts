import type { Figure, Reading } from '../read/figure.ts'
import { flows, narrowers, rateSteps } from '../words/flows.ts'
import { fits, isCount, isExact, nearBefore, subjectsIn, turnsBetween } from './same.ts'

export interface Rate {
  figure: Figure
  /** 整改 of 整改率; 占 for a share. */
  name: string
  /** The parts it is surely made of. */
  parts?: readonly [part: Figure, whole: Figure]
  /** Every reading under which it would be right: if one fits, nothing is said. */
  readings: readonly (readonly [number, number])[]
}

const rateTail =
  /([\u4e00-\u9fff、“”]{1,24})率(?:[（(]%[)）])?(?:分别|均|已|约|为|达|到|了|是|高|仅|只有|保持在|提高|提升|上升|稳定在|[:：\s（(，,]){0,6}$/
const stepNames = Object.keys(rateSteps).sort((a, b) => b.length - a.length)

/** Step three for rates: what a printed percentage is a percentage of. */
export function findRates(reading: Reading): Rate[] {
  const rates: Rate[] = []
  for (const figure of reading.figures) {
    if ((figure.unit !== '%' && figure.unit !== '‰') || figure.rough === 'range') continue
    const rate =
      listRate(reading, figure, rates.at(-1)) ?? namedRate(reading, figure) ?? shareRate(reading, figure)
    if (rate) rates.push(rate)
  }
  return rates
}

function leadOf(reading: Reading, figure: Figure): string {
  if (figure.cell) return figure.head
  const from = reading.sentences[figure.sentence]?.from ?? figure.from
  return reading.text.slice(Math.max(from, figure.from - 48), figure.from)
}

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

const isPastRate = (reading: Reading, figure: Figure, name: string) =>
  figure.meaning.past ||
  /去年|上年|同期|上月|上季|上期|全国|全省|全市平均|目标|要求/.test(name) ||
  /(?:由|从|比|较)[^，。；\d]{0,12}$/.test(leadOf(reading, figure).replace(/率[^，。；]{0,3}$/, '')) ||
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
  const fraction = fractionNear(reading, figure)
  if (fraction)
    return {
      figure,
      name,
      readings: [...readings, [fraction.value, fraction.over!]],
      parts: [fraction, { ...fraction, value: fraction.over! }],
    }
  if (figure.cell) return { figure, name, readings, parts: bestParts(reading, figure, numerators, near) }
  return {
    figure,
    name,
    readings,
    parts: isElsewhere(reading, figure, name, near)
      ? undefined
      : bestParts(reading, figure, numerators, near, name),
  }
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

function isNumerator(f: Figure, steps: readonly string[], name: string): boolean {
  if (!isExact(f) || f.meaning.ordered) return false
  if (f.meaning.open !== /未|不/.test(name)) return false
  const label = `${f.head}${f.meaning.steps.length > 0 && f.head !== '' ? '' : f.tail}`
  return steps.length > 0
    ? steps.some((s) => f.meaning.steps.includes(s) || label.includes(s))
    : name.length >= 2 && label.includes(name.slice(-2))
}

function listReadings(wholes: readonly Figure[], parts: readonly Figure[]): [number, number][] {
  const pairs: [number, number][] = []
  for (const part of parts.slice(-24)) {
    for (const whole of wholes.slice(-24))
      if (part !== whole && fits(part, whole) && part.value <= whole.value)
        pairs.push([part.value, whole.value])
  }
  return pairs
}

/** The rate speaks of something that the figures before it do not: 城关镇整改率最低, 市级平均整改率. */
function isElsewhere(reading: Reading, figure: Figure, name: string, near: readonly Figure[]): boolean {
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
  return undefined
}

/** The figure that this one is a part of, by the flows of reporting and by nearness. */
export function wholeOf(reading: Reading, part: Figure, near: readonly Figure[]): Figure | undefined {
  const candidates = near.filter((f) => f !== part && canBeWhole(reading, f, part))
  const flowing = candidates.filter((f) => flowsInto(f, part))
  const pick = (list: readonly Figure[]) => {
    const before = list.filter((f) => f.from < part.from)
    const large = before.filter((f) => f.value >= part.value)
    return large.at(-1) ?? before.at(-1) ?? list.find((f) => f.value >= part.value)
  }
  return pick(flowing) ?? pick(candidates.filter((f) => isBareStock(f)))
}

function canBeWhole(reading: Reading, whole: Figure, part: Figure): boolean {
  if (!isExact(whole) || !isCount(whole) || !fits(whole, part) || whole.meaning.open || whole.meaning.past)
    return false
  if (whole.bracket !== part.bracket && whole.bracket > 0) return false
  if (!isSameThing(whole, part) && !/中$/.test(whole.tail)) return false
  return !turnsBetween(reading, whole, part)
}

const isSameThing = (whole: Figure, part: Figure) => {
  const [a, b] = [whole.meaning.object, part.meaning.object]
  return a === '' || b === '' || a.includes(b) || b.includes(a) || sharedTail(a, b) >= 2
}

function sharedTail(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

export function flowsInto(whole: Figure, part: Figure, isStrict = false): boolean {
  return flows.some(
    (flow) =>
      !(isStrict && flow.mayExceed) &&
      flow.whole.some(
        (w) => whole.meaning.steps.includes(w) || (/^应|计划|目标|任务/.test(w) && whole.head.includes(w)),
      ) &&
      flow.part.some(
        (p) =>
          part.meaning.steps.includes(p) || (p === '已' && part.head.includes('已')) || part.head.includes(p),
      ) &&
      !flow.part.every((p) => whole.meaning.steps.includes(p)),
  )
}

/** 12个市场已取缔10个: the whole has no step of its own. */
export const isBareStock = (figure: Figure): boolean =>
  figure.meaning.steps.length === 0 ||
  figure.meaning.steps.every((s) => ['纳入', '建档', '共有', '现有', '存在'].includes(s))

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
  return {
    figure,
    name,
    readings,
    parts:
      part && whole && part[position]!.value <= whole[position]!.value
        ? [part[position]!, whole[position]!]
        : undefined,
  }
}

/** 占比分别为40%、35%、25%: the shares of the list before, of the number before that list. */
function listShare(reading: Reading, figure: Figure, list: readonly Figure[]): Rate | undefined {
  if (!/(?:占比|占)[^，。；\d]{0,8}分别[为是达]?$|分别占[^，。；\d]{0,8}$/.test(leadOf(reading, list[0]!)))
    return undefined
  const near = nearBefore(reading, list[0]!, 1).filter(isCount)
  const parts = listsOf(near, list.length).at(-1) ?? near.slice(-list.length)
  const part = parts[list.indexOf(figure)]
  if (parts.length !== list.length || !part) return undefined
  const whole = near.filter((f) => f.from < parts[0]!.from && fits(f, part) && f.value >= part.value).at(-1)
  return { figure, name: '占', readings: listReadings(near, near), parts: whole ? [part, whole] : undefined }
}

/** All numbers that 、 or 和 joins with this one. */
export function joinedList(reading: Reading, figure: Figure): Figure[] {
  let first = figure.index
  while (reading.figures[first]?.joined && figure.index - first < 40) first--
  let last = figure.index
  while (reading.figures[last + 1]?.joined && last - figure.index < 40) last++
  return reading.figures.slice(first, last + 1)
}

/** Runs of figures of one unit and clause, of a given length. */
export function listsOf(figures: readonly Figure[], length: number, mixed = false): Figure[][] {
  const runs: Figure[][] = []
  for (const figure of figures) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (
      run &&
      last &&
      last.clause === figure.clause &&
      last.sentence === figure.sentence &&
      (mixed || last.unit === figure.unit)
    )
      run.push(figure)
    else runs.push([figure])
  }
  return runs.filter((run) => run.length === length)
}

/** 占37.5%, 占总数的37.5%, 占比37.5%, 占年度计划500家的80%. */
function shareRate(reading: Reading, figure: Figure): Rate | undefined {
  const lead = leadOf(reading, figure)
  const clause = lead.slice(
    Math.max(...['，', '；', '。', '：', '（', '('].map((s) => lead.lastIndexOf(s))) + 1,
  )
  const isShare = /占/.test(clause) || /(?:完成|达到|达)[^，。；]{0,16}的$/.test(clause)
  if (!isShare || /同比|环比|较|比上/.test(clause)) return undefined
  const near = nearBefore(reading, figure).filter((f) => isCount(f) && !f.meaning.past)
  const own = near.filter((f) => f.sentence === figure.sentence)
  const inside = own
    .filter((f) => f.clause === figure.clause && figure.from - f.to <= 8 && /的$/.test(clause))
    .at(-1)
  const part = inside ? own.filter((f) => f !== inside && fits(f, inside)).at(-1) : own.at(-1)
  if (!part || !isExact(part)) return undefined
  const isPlan = !/占/.test(clause)
  const whole = inside ?? (isPlan ? planWhole(near, part) : shareWhole(reading, part, near, clause))
  const readings = listReadings(near, figure.decimals > 0 ? near : [part])
  const isPair = whole && whole !== part && (isPlan || whole.value >= part.value)
  return { figure, name: '占', readings, parts: isPair ? [part, whole] : undefined }
}

/** 完成年度计划的95%: the plan's own number, which may be exceeded. */
const planWhole = (near: readonly Figure[], part: Figure): Figure | undefined =>
  near
    .filter((f) => f !== part && fits(f, part) && isExact(f) && /计划|目标|任务/.test(`${f.head}${f.tail}`))
    .at(-1)

/** The whole of a share: the figure before 其中, or the one that 占…总数 names. */
function shareWhole(
  reading: Reading,
  part: Figure,
  near: readonly Figure[],
  clause: string,
): Figure | undefined {
  const named = /占(?:全部|全区|全市)?([\u4e00-\u9fff]{0,12}?)(?:总数|总量|总|的|比)/.exec(clause)?.[1] ?? ''
  const wholes = near.filter(
    (f) =>
      f.from < part.from && isExact(f) && f.unit === part.unit && f.value >= part.value && !f.meaning.open,
  )
  const first = wholes.filter((f) => f.sentence === part.sentence)[0] ?? wholes[0]
  if (!first) return undefined
  const isOf =
    /其中/.test(reading.text.slice(first.to, part.from)) || /总/.test(clause) || first.meaning.total !== ''
  const core = named.replace(/^(?:发现|排查|查处|检查|全部)/, '')
  return isOf && (core === '' || `${first.head}${first.tail}`.includes(core.slice(-2))) ? first : undefined
}
