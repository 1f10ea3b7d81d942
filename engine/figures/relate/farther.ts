import type { Figure, Reading } from '../read/figure.ts'
import { fall, yearOn } from '../words/relations.ts'
import type { Values } from './changes.ts'
import { isNextPeriod } from './next-period.ts'
import { isCount, isExact, sameUnit, turnsBetween } from './same.ts'

interface Sought {
  lead: string
  usable: readonly Figure[]
  base: Figure | undefined
  isChange: (figure: Figure) => boolean
}

/** The values of a change when its sentence does not print both: by the difference, by the years, or from the paragraph. */
export function fartherValues(reading: Reading, figure: Figure, sought: Sought): Values[] {
  const beside = byPeriods(reading, figure)
  if (beside) return [beside]
  if (figure.unit !== '%' && figure.unit !== '倍') return []
  const step = differenceBefore(reading, figure, sought)
  if (step) return byDifference(reading, figure, step, sought)
  const pair = sought.base
    ? fromParagraph(reading, figure, sought.base)
    : (byYears(reading, figure, sought) ?? byNames(reading, figure, sought.lead))
  return pair ? [pair] : []
}

/** 三季度146台，二季度为171台，环比减少25台: the two periods stand side by side. */
function byPeriods(reading: Reading, figure: Figure): Values | undefined {
  const [a, b] = [reading.figures[figure.index - 2], reading.figures[figure.index - 1]]
  if (!a || !b || a.sentence !== figure.sentence || b.sentence !== figure.sentence || a.unit !== b.unit)
    return undefined
  if (![a, b].every((f) => isCount(f) && isExact(f) && f.bracket === figure.bracket && !f.cell))
    return undefined
  if (figure.unit === '个百分点' || (figure.unit !== '%' && !sameUnit(figure.unit, b.unit))) return undefined
  if (b.meaning.steps.length > 0 && b.meaning.steps.join() !== a.meaning.steps.join()) return undefined
  if (b.meaning.object !== '' && b.meaning.object !== a.meaning.object) return undefined
  if (isNextPeriod(b.period, a.period)) return { now: a, before: b }
  return isNextPeriod(a.period, b.period) && b.meaning.steps.length > 0 ? { now: b, before: a } : undefined
}

/** 减少2起、下降25%: the difference that is printed right before its rate. */
function differenceBefore(reading: Reading, figure: Figure, { isChange }: Sought): Figure | undefined {
  const step = reading.figures[figure.index - 1]
  if (!step || step.sentence !== figure.sentence || !isCount(step) || !isExact(step) || !isChange(step))
    return undefined
  return /^[^。；（(]{0,6}$/.test(reading.text.slice(step.to, figure.from)) ? step : undefined
}

/** The base is printed, or it is what is printed now without the difference. */
function byDifference(reading: Reading, figure: Figure, step: Figure, { base, isChange }: Sought): Values[] {
  const isFall = fall.some((w) => reading.text.slice(Math.max(0, step.from - 8), step.from).includes(w))
  const turn = isFall ? -1 : 1
  if (base && sameUnit(base.unit, step.unit))
    return [{ now: { ...base, value: base.value + turn * step.value }, before: base }]
  const after = reading.figures[figure.index + 1]
  if (after && isNowAfter(reading, figure, after) && sameUnit(after.unit, step.unit))
    return [{ now: after, before: { ...after, value: after.value - turn * step.value } }]
  const nows = reading.figures
    .slice(Math.max(0, figure.index - 8), figure.index - 1)
    .filter((f) => f.sentence === step.sentence || isElliptic(reading, step))
    .filter(
      (f) => f.paragraph === step.paragraph && isCount(f) && sameUnit(f.unit, step.unit) && !isChange(f),
    )
    .filter((f) => isExact(f) && !f.meaning.past && step.sentence - f.sentence <= 1)
    .reverse()
  return nows
    .filter((now) => now.value - turn * step.value > 0 && now.bracket === step.bracket)
    .map((now) => ({ now, before: { ...now, value: now.value - turn * step.value } }))
}

/** 同比减少4起，下降25%，今年为12起. */
const isNowAfter = (reading: Reading, figure: Figure, after: Figure) =>
  after.sentence === figure.sentence &&
  /^[，,](?:今年|现|目前|本[年月期])[^，。；\d]{0,6}$/.test(reading.text.slice(figure.to, after.from))

/** 同比减少2起、下降20% opens its sentence: what is counted stands in the one before. */
const isElliptic = (reading: Reading, step: Figure) =>
  /^\s?(?:同比|环比|比|较|与)/.test(
    reading.text.slice(reading.sentences[step.sentence]?.from ?? 0, step.from),
  )

/** 检查个次较上年同期的365个次增长12.7%: what is counted now stands before in the paragraph under the same name. */
function fromParagraph(reading: Reading, figure: Figure, base: Figure): Values | undefined {
  if (base.clause !== figure.clause || base.index !== figure.index - 1) return undefined
  const name = reading.text.slice(Math.max(0, base.from - 30), base.from).replace(/^.*[，。；：、]/s, '')
  const nows = reading.figures
    .slice(Math.max(0, base.index - 40), Math.min(base.index, figure.index))
    .filter(
      (f) =>
        base.paragraph - f.paragraph <= 1 &&
        f.unit === base.unit &&
        isExact(f) &&
        !f.meaning.past &&
        f.meaning.steps.some((s) => name.includes(s)) &&
        !turnsBetween(reading, f, base),
    )
  return nows.length === 1 ? { now: nows[0]!, before: base } : undefined
}

/** 三季度比二季度下降15.6%: both periods are named, and each has its own number before. */
function byNames(reading: Reading, figure: Figure, lead: string): Values | undefined {
  const found =
    /([一二三四]季度|\d{1,2}月份?|20\d\d年)[^，。；\d]{0,8}?(?:环比|同比|比|较)([一二三四]季度|\d{1,2}月份?|20\d\d年)/.exec(
      lead,
    )
  if (!found || found[1] === found[2]) return undefined
  const of = (name: string) =>
    reading.figures
      .slice(Math.max(0, figure.index - 20), figure.index)
      .filter((f) => f.paragraph === figure.paragraph && f.period === name && isCount(f) && isExact(f))
  const [nows, befores] = [of(found[1]!), of(found[2]!)]
  const [now, before] = [nows[0], befores[0]]
  return now && before && nows.length === 1 && befores.length === 1 && now.unit === before.unit
    ? { now, before }
    : undefined
}

const yearOf = (reading: Reading, figure: Figure): number => {
  const lead = reading.text.slice(Math.max(0, figure.from - 24), figure.from).replace(/^.*[。；（(]/s, '')
  const years = [...lead.matchAll(/(20\d\d)年/g)]
  return Number(years.at(-1)?.[1] ?? 0)
}

/** 2024年3240人，2023年为2700人，同比增长20%; 2023年、2024年分别发生30起、24起. */
function byYears(reading: Reading, figure: Figure, { usable, lead, isChange }: Sought): Values | undefined {
  const [a, b] = usable.filter((f) => f.from < figure.from && !isChange(f)).slice(-2)
  if (!a || !b || a.unit !== b.unit || a.sentence !== figure.sentence || b.index !== figure.index - 1)
    return undefined
  if (a.index !== b.index - 1) return undefined
  const named = reading.text.slice(Math.max(0, a.from - 30), a.from)
  if (b.joined && /(20\d\d)年(?:[、和与]|到)(20\d\d)年[^，。；\d]{0,6}分别/.test(named))
    return { now: b, before: a }
  const [x, y] = [yearOf(reading, a), yearOf(reading, b)]
  if (x === 0 || y === 0 || Math.abs(x - y) !== 1) return undefined
  if (!yearOn.some((w) => lead.includes(w)) && x > y) return undefined
  return x > y ? { now: a, before: b } : { now: b, before: a }
}
