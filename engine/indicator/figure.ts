import Big from 'big.js'
import type { Day, Period } from '../calendar/index.ts'
import type { Indicator, LeafIndicator, Pack, Register } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import { type Contribution, contributionsOf, counts } from './contributions.ts'

/** A figure: its value, exact and as text (null when there is nothing to divide by), and all that explains it. */
export interface Figure {
  indicator: string
  value: string | null
  unit: string
  /** As it is printed, without the unit. */
  shown: string
  /** Where it comes from: records that Anzhi holds. Statements and quotations are the other two classes. */
  source: 'counted'
  period: Period
  asOf: Day
  /** For a ratio: what is divided and by what. */
  parts?: [Figure, Figure]
}

export interface Asked {
  period: Period
  asOf: Day
}

/** The value of a leaf from its contributions: their sum, or how many different units they name. */
export function totalOf(
  leaf: LeafIndicator,
  contributions: readonly Pick<Contribution, 'amount' | 'unit'>[],
): string {
  if (leaf.kind === 'distinct') return String(new Set(contributions.map(({ unit }) => unit)).size)
  return contributions.reduce((sum, { amount }) => sum.plus(amount!), new Big(0)).toFixed()
}

/** The figure of a leaf whose value is known. */
export function leafFigure(leaf: LeafIndicator, value: string, asked: Asked): Figure {
  const plain = new Big(value).toFixed()
  return { indicator: leaf.id, value: plain, unit: leaf.unit, shown: plain, source: 'counted', ...asked }
}

/** A rate from its two parts, rounded half up at its printed decimals; nothing to divide by prints —. */
export function ratioFigure(
  indicator: Extract<Indicator, { kind: 'ratio' }>,
  parts: [Figure, Figure],
  asked: Asked,
): Figure {
  const value = rate(indicator, parts[0].value!, parts[1].value!)
  const common = {
    indicator: indicator.id,
    unit: indicator.unit,
    source: 'counted' as const,
    ...asked,
    parts,
  }
  return { ...common, value, shown: value ?? '—' }
}

function rate(
  { unit, decimals }: { unit: '%' | '‰'; decimals: number },
  part: string,
  whole: string,
): string | null {
  const divisor = new Big(whole)
  if (divisor.eq(0)) return null
  const scaled = new Big(part).times(unit === '%' ? 100 : 1000)
  const shift = new Big(10).pow(decimals)
  return halfUp(scaled.times(shift), divisor).div(shift).toFixed(decimals)
}

/** The quotient as a whole number, exact half up: what is left over is compared, never divided again. */
function halfUp(dividend: Big, divisor: Big): Big {
  const whole = dividend.div(divisor).round(0, Big.roundDown)
  const rest = dividend.minus(whole.times(divisor)).abs().times(2)
  const step = dividend.times(divisor).lt(0) ? -1 : 1
  return rest.gte(divisor.abs()) ? whole.plus(step) : whole
}

/** Reads a figure from records in memory. The server reads the same definition as SQL; a law holds them equal. */
export function figureInMemory(
  pack: Pack,
  indicator: Indicator,
  recordsOf: (register: Register) => readonly LivingRecord[],
  asked: Asked,
): Figure {
  if (indicator.kind === 'ratio') {
    const [part, whole] = indicator.parts.map((id) =>
      figureInMemory(pack, pack.indicators[id]!, recordsOf, asked),
    )
    return ratioFigure(indicator, [part!, whole!], asked)
  }
  const register = pack.registers[indicator.register]!
  const contributions = recordsOf(register)
    .flatMap((record) => contributionsOf(indicator, register, record))
    .filter((contribution) => counts(contribution, asked.period, asked.asOf))
  return leafFigure(indicator, totalOf(indicator, contributions), asked)
}
