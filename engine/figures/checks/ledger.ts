import type { Draft, KnownValue } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show, showLike } from '../relate/arithmetic.ts'
import { sameUnit } from '../relate/same.ts'
import { plainPeriods } from '../words/not-counted.ts'

/** A printed value against the one that the records hold for the same thing and period. */
export function checkLedger(reading: Reading, known: readonly KnownValue[]): Draft[] {
  if (known.length === 0) return []
  return reading.figures.flatMap((figure) => {
    const entry = matching(reading, figure, known)
    return entry && !agrees(figure, entry.value) ? [ledgerDraft(figure, entry)] : []
  })
}

/** The entry with most words whose words all stand in the figure's clause and whose period is its own. */
function matching(reading: Reading, figure: Figure, known: readonly KnownValue[]): KnownValue | undefined {
  if (figure.meaning.past || figure.rough === 'range') return undefined
  const lead = figure.cell
    ? ''
    : reading.text
        .slice(Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 30), figure.from)
        .replace(/^.*[，。；：、]/s, '')
  const label = `${lead}${figure.head}${figure.tail}`
  const fitting = known.filter(
    (k) =>
      sameUnit(k.unit, figure.unit) && k.label.every((word) => label.includes(word)) && samePeriod(figure, k),
  )
  return fitting.sort((a, b) => b.label.join('').length - a.label.join('').length)[0]
}

const samePeriod = (figure: Figure, known: KnownValue) => {
  const plain = (period: string) => (plainPeriods.has(period) ? '' : period)
  return plain(figure.period) === plain(known.period ?? '') || figure.period === ''
}

function agrees(figure: Figure, value: number): boolean {
  if (figure.rough === 'over') return value > figure.value
  if (figure.rough === 'under') return value < figure.value
  const within = figure.scaled || figure.decimals > 0 ? figure.step / 2 : 0
  return Math.abs(figure.value - value) <= (figure.rough === 'about' ? figure.value * 0.1 : within) + 1e-9
}

function ledgerDraft(figure: Figure, known: KnownValue): Draft {
  const right = showLike({ ...figure, scaled: figure.scaled }, known.value)
  return {
    kind: 'ledger',
    from: figure.from,
    to: figure.to,
    right,
    indicator: known.indicator,
    zh: `台账中为${right}，文中为${show(figure)}，相差${show({ ...figure, value: Math.abs(figure.value - known.value) })}`,
    en: `the records hold ${right}, printed ${show(figure)}`,
  }
}
