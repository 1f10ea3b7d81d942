import type { Figure, Reading } from '../read/figure.ts'
import { fall, monthPast, past, periodOn, rise, yearOn, yearPast } from '../words/relations.ts'
import { fartherValues } from './farther.ts'
import { joinedList, listsOf } from './lists.ts'
import { isNextPeriod } from './next-period.ts'
import { isExact, isRate, samePeriod, sameUnit, turnsBetween } from './same.ts'

/** A value of now and the one that it is compared with. */
export interface Values {
  now: Figure
  before: Figure
}

/** 比8月的, 较上年同期的, 环比4月的: up to the number that is compared with. */
const compared = /(?:^|[^占对相])(?:比|较(?![大重多好高快为少小]))[^，。；]{0,14}$/

const ends = (words: readonly string[]) =>
  new RegExp(`(?:${words.join('|')})(?:了|幅度|率|幅|约|近|超|达到?|分别|(?<=[幅率度])为|：){0,3}$`)
export const rises = ends(rise)
export const falls = ends(fall)

export function leadOf(reading: Reading, figure: Figure): string {
  const from = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 30)
  return reading.text.slice(from, figure.from).replace(/^.*[，。；]/s, '')
}

const isComparedWith = (reading: Reading, f: Figure) =>
  compared.test(baseLead(reading, f)) && !isChangeOf(reading, f)

/** 去年同期, 比上月的: a value that something is compared with. */
export const isEarlier = (reading: Reading, f: Figure): boolean =>
  past.some((w) => baseLead(reading, f).includes(w)) || isComparedWith(reading, f)

/** The value of now and the value before that a change may speak of. */
export function valuesFor(reading: Reading, figure: Figure, list: readonly Figure[], lead: string): Values[] {
  const own = sentenceFigures(reading, figure).filter(
    (f) => f !== figure && isExact(f) && f.from > figure.from - 400 && f.from < figure.from + 120,
  )
  const moved = fromTo(reading, figure, own)
  if (moved) return [moved]
  const wanted = yearOn.some((w) => lead.includes(w))
    ? yearPast
    : periodOn.some((w) => lead.includes(w))
      ? monthPast
      : past
  const isCompared = (f: Figure) => isComparedWith(reading, f)
  const isCarried = (f: Figure) => /结转|遗留|存量|结余/.test(baseLead(reading, f))
  const isBase = (f: Figure) => !isCarried(f) && isBaseFor(f)
  const isBaseFor = (f: Figure) =>
    isMonthInBracket(reading, figure, f) ||
    wanted.some((w) => baseLead(reading, f).includes(w)) ||
    isCompared(f)
  const isAnyBase = (f: Figure) => isEarlier(reading, f)
  const usable = own.filter((f) =>
    figure.unit === '个百分点'
      ? f.unit === '%'
      : !isRate(f) && (figure.unit === '%' || figure.unit === '倍' || sameUnit(f.unit, figure.unit)),
  )
  if (list.length > 1)
    return listValues(
      list,
      figure,
      usable.filter((f) => !isChangeOf(reading, joinedList(reading, f)[0]!)),
      isAnyBase,
    )
  const named = (pair: Values) => isNamedBy(reading, figure, pair)
  const following = inFollowing(reading, figure, lead, usable)
  if (following) return [following]
  const bases = usable
    .filter((f) => isBase(f) && !isChangeOf(reading, f))
    .filter((f) => f.sentence === figure.sentence || samePeriod(f, figure))
    .sort((a, b) => Math.abs(a.from - figure.from) - Math.abs(b.from - figure.from))
  const nows = usable
    .filter((f) => f.from < figure.from && !isAnyBase(f) && !isChangeOf(reading, f) && !isOfThem(reading, f))
    .filter((f) => f.bracket === 0 || f.bracket === figure.bracket)
    .reverse()
  const pairs = bases.slice(0, 6).flatMap((before) =>
    nows
      .filter(
        (now) =>
          now.unit === before.unit &&
          !(before.sentence === now.sentence && before.part < now.part) &&
          !isClosedBefore(before, now) &&
          !isBeforeMark(reading, before, figure),
      )
      .slice(0, 6)
      .map((now) => ({ now, before })),
  )
  const labelled = pairs.filter((pair) => hasSameLabel(pair, nows) || isInOwnBracket(figure, pair))
  const ownNamed = labelled.filter(named)
  const fitting = ownNamed.length > 0 ? ownNamed : labelled.filter((pair) => bases.indexOf(pair.before) < 2)
  const isMixed =
    ownNamed.length === 0 && !isRate(figure) && new Set(nows.map((f) => f.meaning.object)).size > 1
  if (isMixed && nows.some((now) => bases.some((b) => now.unit === b.unit && now.value === b.value)))
    return []
  const inOwn = fitting.filter((pair) => [pair.now, pair.before].every((f) => f.sentence === figure.sentence))
  if (inOwn.length > 0) return inOwn
  const hasOwnNow = nows.some((f) => f.sentence === figure.sentence)
  const near = fitting.filter((pair) => !hasOwnNow || pair.now.sentence === figure.sentence)
  const step = reading.figures[figure.index - 1]
  const hasStep =
    !hasOwnNow && step?.sentence === figure.sentence && !isRate(step) && isChangeOf(reading, step)
  if (near.length > 0 && !hasStep) return near
  return fartherValues(reading, figure, {
    lead,
    usable,
    base: hasStep ? bases.find((b) => b.sentence === figure.sentence) : bases[0],
    isChange: (f) => isChangeOf(reading, f),
  })
}

/** 环比减少2起（10月6起）: the bracket right after names the month before. */
const isMonthInBracket = (reading: Reading, figure: Figure, f: Figure) => {
  if (f.index !== figure.index + 1 || f.bracket === 0) return false
  const label = /^[（(]([^，。；（）]{1,10})$/.exec(reading.text.slice(figure.to, f.from))?.[1]
  if (label === undefined) return false
  return (
    /^(?:\d{1,2}月份?|20\d\d年|[一二三四]季度)[^，。；\d]{0,4}$/.test(label) ||
    new RegExp(`[比较][^，。；]{0,2}${label.replace(/[^\u4e00-\u9fff\d]|[为是的]$/g, '')}`).test(
      leadOf(reading, figure),
    )
  )
}

/** 隐患数增加38处（上周447处）: the bracket counts what the change names. */
const isInOwnBracket = (figure: Figure, { now, before }: Values) =>
  before.index === figure.index + 1 &&
  before.bracket > 0 &&
  before.meaning.object === '' &&
  figure.meaning.object.replace(fillsLabel, '').replace(/数$/, '') !== '' &&
  now.meaning.object.endsWith(figure.meaning.object.replace(fillsLabel, '').replace(/数$/, '').slice(-2))

/** A base in a bracket that closed before the value stands belongs to what stood before the bracket. */
const isClosedBefore = (before: Figure, now: Figure) =>
  before.bracket > 0 && before.from < now.from && before.bracket !== now.bracket

/** 其中…同比下降11.1%: the change of a part is measured by no value from before 其中. */
const isBeforeMark = (reading: Reading, before: Figure, figure: Figure) =>
  before.from < figure.from &&
  /；[^。]{0,60}其中|^[^。]*；其中/.test(reading.text.slice(before.to, figure.from))

/** 受伤人数下降27.3%: the change names what it is a change of. */
function isNamedBy(reading: Reading, figure: Figure, { now, before }: Values): boolean {
  const name = leadOf(reading, figure).replace(/[^\u4e00-\u9fff]|同比|环比|人数|总数|数量|分别|比|较/g, '')
  return [now, before].every((f) => {
    const label = `${f.head}${f.tail}`
    if (f === before && f.index === figure.index + 1 && f.meaning.object === '') return true
    if (name.startsWith(`${f.unit}数`) || name.startsWith(`事故${f.unit}数`)) return true
    for (let i = 0; i + 2 <= name.length; i++) if (label.includes(name.slice(i, i + 2))) return true
    return false
  })
}

/** 2021年投入2531万元，2022年投入2812万元，增长11.1%: the same words for a year or a month and for the next. */
function inFollowing(
  reading: Reading,
  figure: Figure,
  lead: string,
  usable: readonly Figure[],
): Values | undefined {
  if (figure.unit !== '%' || yearOn.some((w) => lead.includes(w))) return undefined
  const now = usable.filter((f) => f.from < figure.from && f.bracket === figure.bracket).at(-1)
  if (now && isChangeOf(reading, now)) return undefined
  if (!now || now.index !== figure.index - 1 || now.sentence !== figure.sentence) return undefined
  const earlier = usable.filter(
    (f) =>
      f.from < now.from &&
      f.unit === now.unit &&
      (now.meaning.object === '' || f.meaning.object === now.meaning.object) &&
      f.meaning.steps.join() === now.meaning.steps.join() &&
      isNextPeriod(f.period, now.period),
  )
  return earlier.length === 1 && !turnsBetween(reading, earlier[0]!, now)
    ? { now, before: earlier[0]! }
    : undefined
}

/** A part after 其中 is compared with nothing but its own earlier value. */
const isOfThem = (reading: Reading, f: Figure) =>
  /其中[^。；]{0,40}$/.test(reading.text.slice(Math.max(0, f.from - 48), f.from))

const fillsLabel = new RegExp(`${[...past, ...rise, ...fall].join('|')}`, 'g')

/** Labels of both sides agree, or one side has none. */
function hasSameLabel({ now, before }: Values, nows: readonly Figure[]): boolean {
  const a = now.meaning.object.replace(fillsLabel, '')
  const b = /^(?:比|较|与|和|同)[^，。；]{0,12}的$/.test(before.head)
    ? ''
    : before.meaning.object.replace(fillsLabel, '')
  if (a === '' || b === '' || a.includes(b) || b.includes(a))
    return b !== '' || nows.filter((f) => f.unit === now.unit)[0] === now
  return false
}

export const sentenceFigures = (reading: Reading, figure: Figure): Figure[] => {
  const own = reading.sentences[figure.sentence]?.figures ?? []
  if (own.length > 60) return []
  const before = reading.sentences[figure.sentence - 1]
  return before && before.paragraph === figure.paragraph && before.figures.length <= 60
    ? [...before.figures, ...own]
    : own
}

/** 与2021年（19起、死亡12人）相比: the words before a bracket hold for all in it. */
const firstInBracket = (reading: Reading, figure: Figure): Figure => {
  let first = figure
  for (let i = figure.index - 1; i >= 0 && figure.index - i < 12; i--)
    if (reading.figures[i]!.bracket === figure.bracket && reading.figures[i]!.sentence === figure.sentence)
      first = reading.figures[i]!
  return first
}

/** The words that mark a figure as an earlier value stand in its own clause. */
export function baseLead(reading: Reading, figure: Figure): string {
  const first = figure.bracket > 0 ? firstInBracket(reading, figure) : figure
  const lead = reading.text.slice(Math.max(0, first.from - 30), first.from)
  const compared =
    /(?:与|同|和|比|较)[^，。；（(\d]{0,10}(?:\d{1,2}月|\d{4}年)?[^，。；（(\d]{0,4}[（(][^，。；（(\d]{0,8}$/.exec(
      lead,
    )?.[0]
  if (
    compared &&
    (/^[比较]/.test(compared) ||
      /^[^（()]{0,80}[）)]相?比/.test(reading.text.slice(first.from, first.from + 90)))
  )
    return `比${compared.slice(1).replace(/[（(].*$/, '')}`
  return reading.text.slice(Math.max(0, figure.from - 24), figure.from).replace(/^.*[，。；（(]/s, '')
}

export function isChangeOf(reading: Reading, figure: Figure): boolean {
  const lead = leadOf(reading, figure)
  return (rises.test(lead) || falls.test(lead)) && !/(?:到|至|为)$/.test(lead)
}

/** 由100家增加到125家，增长25%. */
function fromTo(reading: Reading, figure: Figure, own: readonly Figure[]): Values | undefined {
  const before = own.filter((f) => f.from < figure.from)
  for (let i = before.length - 1; i > 0; i--) {
    const [a, b] = [before[i - 1]!, before[i]!]
    if (
      a.unit !== b.unit ||
      (figure.unit === '个百分点') !== (a.unit === '%') ||
      b.sentence !== figure.sentence
    )
      continue
    if (before.slice(i + 1).some((f) => !isChangeOf(reading, f))) break
    const between = reading.text.slice(a.to, b.from).replace(/\d{4}年|\d{1,2}月份?/g, '')
    if (
      /(?:由|从)[^，。；]{0,10}$/.test(reading.text.slice(Math.max(0, a.from - 12), a.from)) &&
      /(?:到|至|为)(?:了)?(?:今年|本年|本月|本期|当前|目前|现在|每[天日周月年])?的?$/.test(between) &&
      between.length < 16
    )
      return { now: b, before: a }
  }
  return fromToAfter(reading, figure)
}

/** 增长17.7%，由96.2万元增至113.2万元; 下降17.6%（由74起降至61起）: the two values stand right after. */
function fromToAfter(reading: Reading, figure: Figure): Values | undefined {
  const [a, b] = [reading.figures[figure.index + 1], reading.figures[figure.index + 2]]
  if (!a || !b || a.unit !== b.unit || b.sentence !== figure.sentence || b.clause !== a.clause)
    return undefined
  if (![a, b].every((f) => isExact(f)) || (figure.unit === '个百分点') !== (a.unit === '%')) return undefined
  if (!isRate(figure) && !sameUnit(figure.unit, a.unit)) return undefined
  const lead = reading.text.slice(figure.to, a.from)
  const isNext = /^[，（(](?:即|从|由)[^，。；]{0,8}$/.test(lead) && /[由从]/.test(lead)
  return isNext && /^[^，。；]{0,6}(?:到|至|为)$/.test(reading.text.slice(a.to, b.from))
    ? { now: b, before: a }
    : undefined
}

function listValues(
  list: readonly Figure[],
  figure: Figure,
  usable: readonly Figure[],
  isBase: (f: Figure) => boolean,
): Values[] {
  const at = list.indexOf(figure)
  const nows = usable.filter((f) => !isBase(f) && f.from < list[0]!.from)
  const from = usable.findIndex(isBase)
  if (from < 0) return []
  const bases = usable
    .slice(from)
    .filter((f) => !list.includes(f))
    .slice(0, list.length)
  const first = nows.filter((f) => f.from < usable[from]!.from).slice(-list.length)
  const run = first.length === list.length ? first : listsOf(nows, list.length)[0]
  const [now, before] = [run?.[at], bases[at]]
  const isRow = run?.every((f, i) => f.unit === bases[i]?.unit)
  return now && before && isRow ? [{ now, before }] : []
}
