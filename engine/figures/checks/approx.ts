import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show, showNumber } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount, sameUnit } from '../relate/same.ts'
import { continuous } from '../words/measures.ts'

/** 余/多 on a number that is already exact, or on one that the true value does not exceed. */
export function checkApprox(reading: Reading, facts: readonly Fact[]): Draft[] {
  return [
    ...reading.figures.flatMap((figure) => onExact(reading, figure)),
    ...againstTrue(reading, facts),
    ...againstTotal(reading),
  ]
}

function onExact(reading: Reading, figure: Figure): Draft[] {
  if (!figure.more || !isCount(figure) || figure.scaled || continuous.has(figure.unit) || figure.value < 10)
    return []
  const sign = /[余多来几]/.exec(reading.text.slice(figure.from, figure.to))?.[0] ?? '余'
  if (sign === '几' || (figure.value % 10 === 0 && figure.decimals === 0)) return []
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
    if (rough.cell || !rough.more || !isCount(rough)) return []
    const exact = reading.figures
      .slice(rough.index + 1, rough.index + 5)
      .find(
        (f) =>
          f.sentence === rough.sentence &&
          f.part === rough.part &&
          f.unit === rough.unit &&
          f.rough === 'exact' &&
          /实际|合计|共计|总计|确切|准确/.test(f.head),
      )
    if (!exact || exact.value > rough.value || exact.value < rough.value * 0.85) return []
    return [trueDraft(reading, rough, exact)]
  })
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
