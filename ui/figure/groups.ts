import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator, isLeaf, madeOf, type Pack } from '@anzhi/engine/pack'

/** Figures that speak of one register, in the order of the pack; null are those that others only state. */
export interface FigureGroup {
  register: string | null
  figures: Figure[]
}

/** The register that an indicator speaks of: a figure made of others speaks of what the first of them does. */
function registerOf(pack: Pack, id: string): string | null | undefined {
  const indicator = findIndicator(pack, id)
  if (indicator === undefined) return undefined
  if (indicator.kind === 'given') return null
  return isLeaf(indicator) ? indicator.register : registerOf(pack, madeOf(indicator)[0]!)
}

/** Figures by the register that they speak of; registers in the order in which they first occur. */
export function groupFigures(pack: Pack, figures: readonly Figure[]): FigureGroup[] {
  const groups = new Map<string | null, Figure[]>()
  for (const figure of figures) {
    const register = registerOf(pack, figure.indicator)
    if (register === undefined) continue
    groups.set(register, [...(groups.get(register) ?? []), figure])
  }
  return [...groups].map(([register, ofRegister]) => ({ register, figures: ofRegister }))
}
