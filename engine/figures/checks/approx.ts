import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show, showNumber } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount, sameUnit } from '../relate/same.ts'
import { continuous } from '../words/measures.ts'
import { findTold } from './approx-earlier.ts'
import { checkShares } from './approx-share.ts'

/** 余/多 on a number that is already exact, or on one that the true value does not exceed. */
export function checkApprox(reading: Reading, facts: readonly Fact[]): Draft[] {
  return [
    ...reading.figures.flatMap((figure) => onExact(reading, figure)),
    ...againstTrue(reading, facts),
    ...againstTotal(reading),
    ...againstParts(reading),
    ...checkShares(reading),
    ...findTold(reading).map(({ rough, exact }) => toldDraft(reading, rough, exact)),
  ]
}

function onExact(reading: Reading, figure: Figure): Draft[] {
  if (!figure.more || !isCount(figure) || figure.scaled || figure.value < 10) return []
  const sign = /[余多来几]/.exec(reading.text.slice(figure.from, figure.to))?.[0] ?? '余'
  if (sign === '几' || (continuous.has(figure.unit) && digitsOf(figure) < 4) || isRound(figure)) return []
  const round = 10 ** (Math.floor(Math.log10(figure.value)) - (figure.value >= 100 ? 1 : 0))
  const low = Math.floor(figure.value / round) * round
  const exact = `${showNumber(figure.value)}${figure.unit}`
  return [
    {
      kind: 'approx',
      from: figure.from,
      to: figure.to,
      right: exact,
      zh: `${showNumber(figure.value)}已是准确数，不能再加“${sign}”；写${exact}，或写${low}${sign}${figure.unit}`,
      en: `${showNumber(figure.value)} is exact already: print ${exact}, or ${low}${sign}${figure.unit}`,
    },
  ]
}

/** How many digits the number tells before only zeros follow: 15320 has four. */
const digitsOf = (figure: Figure) => showNumber(figure.value).replace('.', '').replace(/0+$/, '').length

/** 1200余, 1250余 are rounded; 15320余 pretends to be. */
const isRound = (figure: Figure) => figure.value % 10 === 0 && digitsOf(figure) < 4

/** 1200余处 where the text itself has 1180处 for the same thing. */
function againstTrue(reading: Reading, facts: readonly Fact[]): Draft[] {
  const drafts: Draft[] = []
  const exact = new Map<string, Figure[]>()
  for (const fact of facts) {
    if (fact.figure.rough === 'exact' && !fact.isPart && fact.object !== '')
      exact.set(broad(fact), [...(exact.get(broad(fact)) ?? []).slice(0, 4), fact.figure])
  }
  for (const fact of facts) {
    const { figure } = fact
    const sides = figure.rough === 'over' ? 1 : figure.rough === 'under' ? -1 : 0
    if (sides === 0 || fact.isPart || !isCount(figure)) continue
    const others = (exact.get(broad(fact)) ?? []).filter(
      (f) => sameUnit(f.unit, figure.unit) && f.value > figure.value * 0.5 && f.value < figure.value * 2,
    )
    const wrong = others.find((f) => (sides > 0 ? f.value <= figure.value : f.value >= figure.value))
    if (
      wrong &&
      others.length === 1 &&
      !/至少|不少于|不低于|以上/.test(reading.text.slice(Math.max(0, figure.from - 4), figure.to + 2))
    )
      drafts.push(trueDraft(reading, figure, wrong))
  }
  return drafts
}

/** 1300余家（实际检查1287家）: the exact number stands right after it. */
function againstTotal(reading: Reading): Draft[] {
  return reading.figures.flatMap((rough) => {
    if (rough.cell || !(rough.more || /^(?:over|under)$/.test(rough.rough)) || !isCount(rough)) return []
    const exact = reading.figures
      .slice(rough.index + 1, rough.index + 5)
      .find(
        (f) =>
          f.sentence === rough.sentence &&
          f.part === rough.part &&
          f.unit === rough.unit &&
          f.rough === 'exact' &&
          (/实际|合计|共计|总计|确切|准确|签到|实到|到场|登记/.test(f.head) ||
            (f.index === rough.index + 1 && /^(?:达到?|实为)$/.test(f.head)) ||
            isRightAfter(reading, rough, f)),
      )
    if (!exact) return []
    const isBelow = rough.rough === 'under'
    if (isBelow ? exact.value < rough.value : exact.value > rough.value) return []
    if (exact.value < rough.value * 0.85 || exact.value > rough.value * 1.15) return []
    return [trueDraft(reading, rough, exact)]
  })
}

/** 3000多处（系统登记2967处）: a bracket that opens at once and holds one number tells it exactly. */
const isRightAfter = (reading: Reading, rough: Figure, exact: Figure) =>
  exact.index === rough.index + 1 &&
  /^[\u4e00-\u9fff]{0,6}[（(][^，。；（(）)\d]{0,8}$/.test(reading.text.slice(rough.to, exact.from)) &&
  !/其中|含|比|同期|上年|去年|新增|占/.test(exact.head) &&
  /^[^，。；、（(]{0,6}[）)]/.test(reading.text.slice(exact.to, exact.to + 8))

/** 共计200余人，其中矿山22人、危化74人、烟花19人、金属冶炼68人: the parts come to 183. */
function againstParts(reading: Reading): Draft[] {
  return reading.figures.flatMap((rough) => {
    if (rough.cell || !isCount(rough) || (rough.rough !== 'over' && rough.rough !== 'under')) return []
    const parts = partsAfter(reading, rough)
    if (parts.length < 2 || parts.some((p) => p.value >= rough.value && rough.rough === 'over')) return []
    const sum = parts.reduce((total, f) => total + f.value, 0)
    const isShort = sum <= rough.value && sum >= rough.value * (parts.length > 2 ? 0.85 : 0.9)
    const isLong = sum >= rough.value && sum <= rough.value * 1.3
    if (rough.rough === 'over' ? !isShort : !isLong) return []
    return [sumDraft(reading, rough, parts, sum)]
  })
}

/** The counts of its unit that stand in its sentence after 其中, a colon or 分别, without another unit between them. */
function partsAfter(reading: Reading, rough: Figure): Figure[] {
  const own = (reading.sentences[rough.sentence]?.figures ?? []).filter((f) => f.from > rough.to).slice(0, 12)
  const first = own[0]
  if (!first || first.unit !== rough.unit || first.bracket > rough.bracket + 1) return []
  const between = reading.text.slice(rough.to, first.from)
  if (/[。；]/.test(between) || !/其中|包括|：|分别|[（(]/.test(between) || /比|较|同期/.test(between))
    return []
  const end = own.findIndex(
    (f) => f.unit !== rough.unit || f.part !== first.part || f.bracket !== first.bracket || !isCount(f),
  )
  const parts = end < 0 ? own : own.slice(0, end)
  return parts.every((f) => f.rough === 'exact' && !f.meaning.past && f.meaning.total === '') ? parts : []
}

const toldDraft = (reading: Reading, rough: Figure, exact: readonly Figure[]): Draft =>
  exact.length > 1
    ? sumDraft(
        reading,
        rough,
        exact,
        exact.reduce((sum, f) => sum + f.value, 0),
      )
    : trueDraft(reading, rough, exact[0]!)

function sumDraft(reading: Reading, rough: Figure, parts: readonly Figure[], sum: number): Draft {
  const quote = reading.text.slice(rough.from, rough.to)
  const line = `${parts.map(show).join('＋')}＝${showNumber(sum)}`
  return {
    kind: 'approx',
    from: rough.from,
    to: rough.to,
    right: `${showNumber(sum)}${rough.unit}`,
    zh: `“${quote}”表示${rough.rough === 'over' ? '超过' : '不到'}${show(rough)}，而${line}`,
    en: `“${quote}” means ${rough.rough === 'over' ? 'more' : 'fewer'} than ${show(rough)}, but ${line}`,
  }
}

const broad = (fact: Fact) => `${fact.step}|${fact.object}|${fact.subject}|${fact.period}`

function trueDraft(reading: Reading, rough: Figure, exact: Figure): Draft {
  const quote = reading.text.slice(rough.from, rough.to)
  const says = rough.rough === 'over' ? '超过' : '不到'
  return {
    kind: 'approx',
    from: rough.from,
    to: rough.to,
    right: reading.text.slice(exact.from, exact.to),
    zh: `“${quote}”表示${says}${show(rough)}，而文中准确数为${show(exact)}`,
    en: `“${quote}” means ${rough.rough === 'over' ? 'more' : 'fewer'} than ${show(rough)}, but the exact number printed is ${show(exact)}`,
  }
}
