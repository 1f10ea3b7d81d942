import type { Figure, Reading } from '../read/figure.ts'
import { listsOf } from './lists.ts'
import { pairBefore } from './pair.ts'
import { leadOf, listReadings, type Rate } from './rate.ts'
import { fits, isCount, isExact, nearBefore } from './same.ts'

/** 占比分别为40%、35%、25%: the shares of the list before, of the number before that list. */
export function listShare(reading: Reading, figure: Figure, list: readonly Figure[]): Rate | undefined {
  if (!/(?:占比|占)[^，。；\d]{0,8}分别[为是达]?$|分别占[^，。；\d]{0,8}$/.test(leadOf(reading, list[0]!)))
    return undefined
  const near = nearBefore(reading, list[0]!, 1).filter(isCount)
  const parts = listsOf(near, list.length).at(-1) ?? near.slice(-list.length)
  const part = parts[list.indexOf(figure)]
  if (parts.length !== list.length || !part) return undefined
  const whole = near.filter((f) => f.from < parts[0]!.from && fits(f, part) && f.value >= part.value).at(-1)
  return { figure, name: '占', readings: listReadings(near, near), parts: whole ? [part, whole] : undefined }
}

/** 占37.5%, 占总数的37.5%, 占比37.5%, 占年度计划500家的80%. */
export function shareRate(reading: Reading, figure: Figure): Rate | undefined {
  const lead = leadOf(reading, figure).replace(/[（(][^（）()]{0,30}[)）]/g, '')
  const clause = lead.slice(
    Math.max(...['，', '；', '。', '：', '（', '('].map((s) => lead.lastIndexOf(s))) + 1,
  )
  if (/^(?:已|共|累计)?完成(?:了|率)?$/.test(clause)) {
    const pair = pairBefore(reading, figure, '')
    const all = nearBefore(reading, figure).filter(isCount)
    return pair && { figure, name: '完成', readings: listReadings(all, all), parts: pair }
  }
  const isShare = /占/.test(clause) || /(?:完成|达到|达)[^，。；]{0,16}的$/.test(clause)
  if (!isShare || /同比|环比|较|比上/.test(clause)) return undefined
  const near = nearBefore(reading, figure).filter((f) => isCount(f) && !f.meaning.past)
  const own = near.filter((f) => f.sentence === figure.sentence)
  const inside = own
    .filter(
      (f) =>
        (f.clause === figure.clause || (f.bracket > 0 && f.bracket !== figure.bracket)) &&
        figure.from - f.to <= 8 &&
        /的$/.test(clause),
    )
    .at(-1)
  const part = inside ? own.filter((f) => f !== inside && fits(f, inside)).at(-1) : own.at(-1)
  if (!part || !isExact(part)) return undefined
  const isPlan = !/占/.test(clause)
  const whole = inside ?? (isPlan ? planWhole(near, part) : shareWhole(reading, part, near, clause))
  const readings = listReadings(near, figure.decimals > 0 ? near : [part])
  const isPair = whole && whole !== part && (isPlan || whole.value >= part.value)
  if (isPair) return { figure, name: '占', readings, parts: [part, whole] }
  return {
    figure,
    name: '占',
    readings: listReadings(near, near),
    parts: isPlan ? undefined : bareShare(reading, figure, clause),
  }
}

/** 现有摊位320个，已完成改造272个，占85%; 规上企业57家，规上企业占26.6%: a share of nothing but what stands before. */
function bareShare(reading: Reading, figure: Figure, clause: string): Rate['parts'] {
  const subject = /^(.{0,8})占比?(?:约|为|达|达到|到)?$/.exec(clause)?.[1]
  const part = reading.figures[figure.index - 1]
  if (subject === undefined || !part || !`${part.head}${part.tail}`.includes(subject)) return undefined
  return pairBefore(reading, figure, '')
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
    /中有?$/.test(first.tail) ||
    (first.clause === part.clause && part.meaning.steps.length > 0 && first.index === part.index - 1) ||
    /中[，,]?有?$|其中|按[^，。]{1,8}分|分[\u4e00-\u9fff]{1,4}看|[上中]看/.test(
      reading.text.slice(first.to, part.from),
    ) ||
    /总/.test(clause) ||
    first.meaning.total !== ''
  const core = named.replace(/^(?:发现|排查|查处|检查|全部)/, '')
  return isOf && (core === '' || `${first.head}${first.tail}`.includes(core.slice(-2))) ? first : undefined
}
