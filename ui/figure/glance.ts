import { indicatorsOf } from '@anzhi/engine/document'
import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator, type Pack } from '@anzhi/engine/pack'

/**
 * The few figures that a person wants to see first: those that the pack's own report prints, a third of the
 * places at most being kept for rates; without a report, the first ones of the pack.
 */
export function atAGlance(pack: Pack, figures: readonly Figure[], most: number): Figure[] {
  const printed = Object.values(pack.reports).flatMap((report) => indicatorsOf(pack, report))
  const names = [...new Set([...printed, ...Object.keys(pack.indicators)])]
  const found = names.flatMap((name) => figures.find(({ indicator }) => indicator === name) ?? [])
  const rates = found.filter(({ indicator }) => findIndicator(pack, indicator)?.kind === 'ratio')
  const chosen = [...new Set([...rates.slice(0, Math.ceil(most / 3)), ...found])].slice(0, most)
  return found.filter((figure) => chosen.includes(figure))
}
