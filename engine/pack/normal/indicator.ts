import { fieldTypeOf } from '../../fields/index.ts'
import { everything, partsOf } from '../../query/index.ts'
import type { Indicator, LeafIndicator } from '../indicator.ts'
import type { IndicatorSpec, LeafSpec, RegisterSpec } from '../notation/index.ts'
import type { Register } from '../register.ts'
import { readOrThrow } from './filter.ts'
import { normalPointing, splitWhere } from './pointing.ts'

/** What an indicator may look up while it is brought into its normal form. */
interface Among {
  written: ReadonlyMap<string, RegisterSpec>
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
    return { id, kind: 'target', of, goal: typeof goal === 'string' ? goal : null, unit: '%', decimals }
  }
  if ('rank' in spec) {
    const { rank: of, axis, order, sources = ['counted'] } = spec
    const [leaf] = leavesBehind(of, among.specs)
    const tree = leaf === undefined ? organs : treeOf(among.written.get(leaf.register)!, axis)!
    return { id, kind: 'rank', of, tree, axis, order, sources, unit: unitOf(spec, among.specs) }
  }
  if ('given' in spec) {
    const { unit, sources, stock = false, alone = false } = spec
    return { id, kind: 'given', unit, sources, stock, alone }
  }
  const leaf = leafOf(spec)
  const register = among.registers[leaf.register]!
  const { plain, pointing } = splitWhere(spec.where ?? {})
  const where = spec.where === undefined ? everything : readOrThrow(register, plain)
  const tests = pointing.map((one) => normalPointing(one, among.registers))
  const rows = leaf.each === null ? undefined : partsOf(register.fields[leaf.each]!.spec)
  const whereRow = spec.whereRow === undefined ? everything : readOrThrow(rows!, spec.whereRow)
  return {
    id,
    ...leaf,
    where,
    whereRow,
    pointing: tests,
    axis: axisOf(spec, among.written.get(leaf.register)!),
  }
}

/** The axis that a leaf names, or the only one of its register that leads to organs. */
export function axisOf(
  { axis }: LeafSpec,
  { axes = {}, fields }: Pick<RegisterSpec, 'axes' | 'fields'>,
): string | null {
  if (axis !== undefined) return Object.hasOwn(axes, axis) ? axis : null
  const all = Object.keys(axes).filter((name) => /^organs?$/.test(fields[axes[name]!]?.type ?? ''))
  return all.length === 1 ? all[0]! : null
}

// What is only stated or quoted is told of organs.
const organs = 'organ'

/** The leaves that an indicator is made of, as far as they are there. */
export function leavesBehind(id: string, specs: Record<string, IndicatorSpec>, deep = 2): LeafBehind[] {
  const spec = specs[id]
  if (spec === undefined || 'given' in spec) return []
  const behind = (parts: readonly string[]) =>
    deep === 0 ? [] : parts.flatMap((part) => leavesBehind(part, specs, deep - 1))
  if ('ratio' in spec) return behind(spec.ratio)
  if ('change' in spec) return behind([spec.change])
  if ('target' in spec) return behind([spec.target])
  return 'rank' in spec ? behind([spec.rank]) : [leafOf(spec)]
}

type LeafBehind = ReturnType<typeof leafOf>

/** The register to which an axis leads: a tree. */
export function treeOf({ axes = {}, fields }: RegisterSpec, axis: string): string | undefined {
  const field = Object.hasOwn(axes, axis) ? fields[axes[axis]!] : undefined
  return field === undefined ? undefined : fieldTypeOf(field).targets?.(field)[0]
}

const points: Record<string, string> = { '%': '个百分点', '‰': '个千分点' }

/** The unit in which an indicator is told. */
export function unitOf(spec: IndicatorSpec, specs: Record<string, IndicatorSpec>): string {
  if ('target' in spec) return '%'
  if ('rank' in spec) return '名'
  if (!('change' in spec)) return spec.unit
  if (spec.as === '%') return '%'
  const unit = unitOf(specs[spec.change]!, specs)
  return spec.as === 'points' ? points[unit]! : unit
}

/** Kind, register and fields of a leaf as they stand in the notation; `picked.baskets` is a field of every row. */
export function leafOf(
  spec: LeafSpec,
): Omit<LeafIndicator, 'id' | 'where' | 'whereRow' | 'pointing' | 'axis'> {
  const { on = null, unit, sources = ['counted'] } = spec
  const common = { on, unit, decimals: null, sources }
  if ('count' in spec)
    return { kind: 'count', register: spec.count, each: spec.each ?? null, of: null, ...common }
  const [first, second] = spec.of.split('.') as [string, string?]
  const of = second === undefined ? { each: null, of: first } : { each: first, of: second }
  if ('sum' in spec) return { kind: 'sum', register: spec.sum, ...of, ...common }
  if ('distinct' in spec) return { kind: 'distinct', register: spec.distinct, ...of, ...common }
  return { kind: 'mean', register: spec.mean, ...of, ...common, decimals: spec.decimals }
}
