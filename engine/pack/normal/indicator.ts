import { everything } from '../../query/index.ts'
import type { Indicator, LeafIndicator } from '../indicator.ts'
import type { IndicatorSpec, LeafSpec } from '../notation/index.ts'
import type { Register } from '../register.ts'
import { readOrThrow } from './filter.ts'

/** What an indicator may look up while it is brought into its normal form. */
interface Among {
  registers: Record<string, Register>
  specs: Record<string, IndicatorSpec>
}

/** An indicator as written, with its filter read and its unit known. The check has passed it. */
export function normalIndicator(id: string, spec: IndicatorSpec, among: Among): Indicator {
  if ('ratio' in spec) {
    return { id, kind: 'ratio', parts: spec.ratio, unit: spec.unit, decimals: spec.decimals }
  }
  if ('change' in spec) {
    const { change: of, against, as, decimals } = spec
    return { id, kind: 'change', of, against, as, unit: unitOf(spec, among.specs), decimals }
  }
  if ('target' in spec) {
    const { target: of, goal, decimals } = spec
    return { id, kind: 'target', of, goal, unit: '%', decimals }
  }
  const leaf = leafOf(spec)
  const register = among.registers[leaf.register]!
  return { id, ...leaf, where: spec.where === undefined ? everything : readOrThrow(register, spec.where) }
}

const points: Record<string, string> = { '%': '个百分点', '‰': '个千分点' }

/** The unit in which an indicator is told. */
export function unitOf(spec: IndicatorSpec, specs: Record<string, IndicatorSpec>): string {
  if ('target' in spec) return '%'
  if (!('change' in spec)) return spec.unit
  if (spec.as === '%') return '%'
  const unit = unitOf(specs[spec.change]!, specs)
  return spec.as === 'points' ? points[unit]! : unit
}

/** Kind, register and fields of a leaf as they stand in the notation. */
export function leafOf(spec: LeafSpec): Omit<LeafIndicator, 'id' | 'where'> {
  const common = { on: spec.on ?? null, unit: spec.unit, decimals: null }
  if ('count' in spec) return { kind: 'count', register: spec.count, of: null, ...common }
  if ('sum' in spec) return { kind: 'sum', register: spec.sum, of: spec.of, ...common }
  if ('distinct' in spec) return { kind: 'distinct', register: spec.distinct, of: spec.of, ...common }
  return { kind: 'mean', register: spec.mean, of: spec.of, ...common, decimals: spec.decimals }
}
