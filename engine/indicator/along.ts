import type { Day } from '../calendar/index.ts'
import { type FieldKey, fieldTypeOf, type Scalar } from '../fields/index.ts'
import {
  type Field,
  type Indicator,
  isLeaf,
  type LeafIndicator,
  madeOf,
  type Pack,
  type Register,
} from '../pack/index.ts'
import { type KeyOf, keyOfPart, partsOf } from '../query/index.ts'
import type { LivingRecord } from '../record/index.ts'
import { type Descent, descentsOf, holdsOn, isUnder, treeOf } from '../tree/index.ts'
import type { Asked } from './figure.ts'

/** A record of a tree (an organ, a division) at or below which everything is counted that stands there on its placing day. */
export interface Node {
  /** The register that is the tree. */
  tree: string
  id: string
  /** The axis of each register that leads there; the first that does where this one does not. */
  axis?: string
  /** Only while it stood right below this one; null: while it stood at the top. */
  below?: string | null
  /** Only what stands at it, and not below. */
  alone?: boolean
}

/** The field along which the records of a register stand in a tree; undefined where there is none. */
export function axisTo(register: Register, { tree, axis }: Pick<Node, 'tree' | 'axis'>): Field | undefined {
  const leading = Object.entries(register.axes).flatMap(([name, id]) => {
    const field = register.fields[id]!
    return treesOf(field).includes(tree) ? [{ name, field }] : []
  })
  return (leading.find(({ name }) => name === axis) ?? leading[0])?.field
}

/** Along which axis a leaf is read: the one that is asked for, or its own. */
export function alongFor(
  { axis }: LeafIndicator,
  to: Pick<Node, 'tree' | 'axis'>,
): Pick<Node, 'tree' | 'axis'> {
  return { tree: to.tree, axis: to.axis ?? axis ?? undefined }
}

function treesOf({ spec }: Field): readonly string[] {
  return fieldTypeOf(spec).targets?.(spec) ?? []
}

/** Can a figure be asked for a node? Every register that it reads must have an axis that leads there. */
export function leadsTo(pack: Pack, indicator: Indicator, node: Pick<Node, 'tree' | 'axis'>): boolean {
  // Statements and quotations name organs.
  if (indicator.kind === 'given') return node.tree === 'organ'
  if (indicator.kind === 'rank' && indicator.tree !== node.tree) return false
  return isLeaf(indicator)
    ? axisTo(pack.registers[indicator.register]!, node) !== undefined
    : madeOf(indicator).every((id) => leadsTo(pack, pack.indicators[id]!, node))
}

/** Does what one stretch of a record adds belong to what is asked for? Told by its values then, and the day that places it. */
export type Belongs = (keyOf: KeyOf, day: Day, record: LivingRecord) => boolean

type RecordsOf = (register: Register) => readonly LivingRecord[]

/** What belongs to what is asked for, read from records in memory: the tree of the placing day decides. */
export function belongsTo(
  pack: Pack,
  leaf: LeafIndicator,
  recordsOf: RecordsOf,
  { node, scope, asOf }: Asked,
): Belongs {
  const tests = [
    ...(node === undefined ? [] : [standsUnder(pack, leaf, recordsOf, node)]),
    ...(scope === undefined ? [] : [isTaggedWith(pack, leaf, recordsOf, scope, asOf)]),
  ]
  return (keyOf, day, record) => tests.every((test) => test(keyOf, day, record))
}

function descentsIn(pack: Pack, recordsOf: RecordsOf, tree: string): Descent[] {
  const register = pack.registers[tree]!
  return descentsOf(treeOf(register, recordsOf(register)))
}

function standsUnder(pack: Pack, leaf: LeafIndicator, recordsOf: RecordsOf, node: Node): Belongs {
  const field = axisTo(pack.registers[leaf.register]!, alongFor(leaf, node))
  if (field === undefined) return () => false
  const descents = descentsIn(pack, recordsOf, node.tree)
  return (keyOf, day) => linksIn(field, keyOf(field.id)).some((id) => standsAt(descents, node, id, day))
}

/** What belongs to a scope on the day of the figure; what was only taken over was not found by it. */
function isTaggedWith(
  pack: Pack,
  leaf: LeafIndicator,
  recordsOf: RecordsOf,
  scope: string,
  asOf: Day,
): Belongs {
  const carried = !isAsFound(pack.registers[leaf.register]!, leaf)
  const descents = descentsIn(pack, recordsOf, 'scope')
  return (_keyOf, day, { tags = [] }) =>
    tags.some(
      (tag) =>
        (carried || tag.how !== 'carried') && holdsOn(tag, asOf) && isUnder(descents, tag.node, scope, day),
    )
}

/** Is it placed by the day on which its records were made? */
export function isAsFound({ acts }: Register, { on }: LeafIndicator): boolean {
  return on !== null && acts.create!.dates === on
}

/** Can a figure be asked for a scope? Every register that it reads must be one whose records belong to scopes. */
export function isTagged(pack: Pack, indicator: Indicator): boolean {
  // Statements and quotations name the scope that they speak of.
  if (indicator.kind === 'given') return true
  return isLeaf(indicator)
    ? pack.registers[indicator.register]!.tags !== null
    : madeOf(indicator).every((id) => isTagged(pack, pack.indicators[id]!))
}

/** The record that a field names, or those that it names; a joint visit counts once above all of them. */
function linksIn({ spec }: Field, key: FieldKey): Scalar[] {
  if (typeof key !== 'object' || key === null) return [key]
  const { key: link, ...row } = partsOf(spec)!
  return key.map((part) => keyOfPart(row, part)(link!) as Scalar)
}

function standsAt(descents: readonly Descent[], node: Node, id: Scalar, day: Day): boolean {
  const above = descents.filter((one) => one.id === id && holdsOn(one, day))
  const here = above.find(({ ancestor }) => ancestor === node.id)
  if (here === undefined) return false
  if (node.alone === true) return here.depth === 0
  if (node.below === undefined) return true
  const next = above.find(({ depth }) => depth === here.depth + 1)
  return (next?.ancestor ?? null) === node.below
}
