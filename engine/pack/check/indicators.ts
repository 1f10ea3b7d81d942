import { type FieldSpec, fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import { type Filter, usesAsOf } from '../../query/index.ts'
import { axisOf, leafOf, leavesBehind, treeOf, unitOf } from '../normal/indicator.ts'
import { splitWhere } from '../normal/pointing.ts'
import type {
  ChangeSpec,
  GivenSpec,
  IndicatorSpec,
  LeafSpec,
  PackSource,
  RankSpec,
  RatioSpec,
  RegisterSpec,
  TargetSpec,
} from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import type { Declared, Tell } from './packs.ts'
import { checkPointing } from './pointing.ts'

/** Different organs, people and records can be told apart; a link to many files is no such thing. */
function isCountable(spec: FieldSpec): boolean {
  const { key, columns } = fieldTypeOf(spec)
  return columns(spec).some(({ suffix, type }) => suffix === key.suffix && type === 'uuid')
}

/** Tells what is wrong with a pack's indicators. */
export function checkIndicators(declared: Declared, source: PackSource, tell: Tell): void {
  for (const [id, spec] of Object.entries(source.indicators ?? {})) {
    const path = `${source.id}/indicators/${id}`
    if (!/^[a-z][a-zA-Z0-9]{0,59}$/.test(id)) tell(path, 'badId', id)
    // Words of the conditions over figures.
    if (['all', 'any', 'not'].includes(id)) tell(path, 'reservedId', id)
    if ('ratio' in spec) checkRatio(declared, spec, path, tell)
    else if ('change' in spec) checkChange(declared, spec, path, tell)
    else if ('target' in spec) checkTarget(declared, spec, path, tell)
    else if ('rank' in spec) checkRank(declared, spec, path, tell)
    else if ('given' in spec) checkGiven(spec, path, tell)
    else checkLeaf(declared, spec, path, tell)
    if ('decimals' in spec) checkDecimals(spec.decimals, path, tell)
  }
}

function checkDecimals(decimals: number, path: string, tell: Tell): void {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) tell(path, 'wrongValue', 'decimals')
}

/** The figure that another is made of: it must be there, and not itself be made of too much. */
function needIndicator(
  declared: Declared,
  id: string,
  isRight: (spec: IndicatorSpec) => boolean,
  path: string,
  tell: Tell,
): IndicatorSpec | undefined {
  const spec = declared.indicators.get(id)
  if (spec === undefined) tell(path, 'unknownIndicator', id)
  else if (!isRight(spec)) tell(path, 'wrongType', id)
  return spec !== undefined && isRight(spec) ? spec : undefined
}

const isDerived = (spec: IndicatorSpec) => 'change' in spec || 'target' in spec || 'rank' in spec
const isPlain = (spec: IndicatorSpec) => !isDerived(spec)
const isOwn = (spec: IndicatorSpec) => isPlain(spec) && !('ratio' in spec)

function checkRatio(declared: Declared, spec: RatioSpec, path: string, tell: Tell): void {
  for (const part of spec.ratio) needIndicator(declared, part, isOwn, `${path}/ratio`, tell)
}

function checkChange(declared: Declared, spec: ChangeSpec, path: string, tell: Tell): void {
  const changed = needIndicator(declared, spec.change, isPlain, `${path}/change`, tell)
  if (changed === undefined) return
  // Points are what two rates lie apart; of what is counted there are none.
  const unit = unitOf(changed, Object.fromEntries(declared.indicators))
  if (spec.as === 'points' && !isRate(unit)) tell(`${path}/as`, 'wrongValue', spec.as)
}

function checkTarget(declared: Declared, spec: TargetSpec, path: string, tell: Tell): void {
  needIndicator(declared, spec.target, isPlain, `${path}/target`, tell)
  if (typeof spec.goal !== 'string') return
  const isGoal = /^\d{1,15}(\.\d{1,6})?$/.test(spec.goal) && Number(spec.goal) > 0
  if (!isGoal) tell(`${path}/goal`, 'wrongValue', spec.goal)
}

/** Every register that it counts must lead along the axis to the same tree. */
function checkRank(declared: Declared, spec: RankSpec, path: string, tell: Tell): void {
  if (needIndicator(declared, spec.rank, isPlain, `${path}/rank`, tell) === undefined) return
  const trees = leavesBehind(spec.rank, Object.fromEntries(declared.indicators)).flatMap(({ register }) => {
    const found = declared.registers.get(register)
    return found === undefined ? [] : [treeOf(found, spec.axis)]
  })
  if (trees.includes(undefined)) tell(`${path}/axis`, 'unknownField', spec.axis)
  else if (new Set(trees).size > 1) tell(`${path}/axis`, 'wrongType', spec.axis)
}

/** A rate cannot be added up; and what is never counted has to come from somewhere. */
function checkGiven(spec: GivenSpec, path: string, tell: Tell): void {
  if (spec.unit === '') tell(`${path}/unit`, 'empty')
  if (spec.sources.length === 0) tell(`${path}/sources`, 'empty')
  if (isRate(spec.unit) && spec.alone !== true) tell(`${path}/alone`, 'wrongValue', spec.unit)
}

const isRate = (unit: string) => unit === '%' || unit === '‰'

/** What an organ states stands for its records: which organ's they are must be known, and a mean is no sum. */
function checkSources(spec: LeafSpec, register: RegisterSpec, path: string, tell: Tell): void {
  const { axis, sources = ['counted'] } = spec
  if (!sources.includes('counted')) tell(`${path}/sources`, 'wrongValue', 'counted')
  if (sources.includes('stated') && 'mean' in spec) tell(`${path}/sources`, 'wrongValue', 'stated')
  if (axis !== undefined && !Object.hasOwn(register.axes ?? {}, axis))
    tell(`${path}/axis`, 'unknownField', axis)
  else if (sources.includes('stated') && axisOf(spec, register) === null) tell(`${path}/axis`, 'empty')
}

function checkLeaf(declared: Declared, spec: LeafSpec, path: string, tell: Tell): void {
  const leaf = leafOf(spec)
  const register = declared.registers.get(leaf.register)
  if (register === undefined) return tell(path, 'unknownRegister', leaf.register)
  if (leaf.on !== null) needField(register, leaf.on, ({ type }) => type === 'date', `${path}/on`, tell)
  const things = thingsOf(register, spec, path, tell)
  if (things !== undefined) checkOf(declared, things, leaf, path, tell)
  checkSources(spec, register, path, tell)
  if (leaf.unit === '') tell(`${path}/unit`, 'empty')
  if (things !== undefined && leaf.each !== null && spec.whereRow !== undefined)
    checkFilter(declared, things, spec.whereRow, `${path}/whereRow`, tell)
  if (spec.where === undefined) return
  const { plain, pointing } = splitWhere(spec.where)
  for (const { is, spec: one } of pointing)
    checkPointing(declared, leaf.register, one, `${path}/where/${is}`, tell)
  const where = checkFilter(declared, register, plain, `${path}/where`, tell)
  if (where !== undefined && hasDeepAsOf(where)) tell(`${path}/where`, 'badFilter', 'asOf')
}

/** What is counted or summed: the records, or the rows of one of their fields, which have no state. */
function thingsOf(
  register: RegisterSpec,
  spec: LeafSpec,
  path: string,
  tell: Tell,
): RegisterSpec | undefined {
  const { each } = leafOf(spec)
  if (each === null) {
    if (spec.whereRow !== undefined) tell(`${path}/whereRow`, 'wrongValue')
    return register
  }
  const at = 'count' in spec ? `${path}/each` : `${path}/of`
  if (!needField(register, each, ({ type }) => type === 'rows', at, tell)) return undefined
  const { fields } = register.fields[each] as Extract<FieldSpec, { type: 'rows' }>
  return { ...register, fields, life: { states: [], acts: {} } }
}

function checkOf(
  declared: Declared,
  things: RegisterSpec,
  leaf: ReturnType<typeof leafOf>,
  path: string,
  tell: Tell,
): void {
  if (leaf.kind === 'sum' || leaf.kind === 'mean') checkAmount(declared, things, leaf, path, tell)
  if (leaf.kind === 'distinct') needField(things, leaf.of!, isCountable, `${path}/of`, tell)
}

/** A field of an unknown type is told where it is declared. */
function needField(
  register: RegisterSpec,
  field: string,
  isRight: (spec: FieldSpec) => boolean,
  path: string,
  tell: Tell,
): boolean {
  const spec = Object.hasOwn(register.fields, field) ? register.fields[field]! : undefined
  const isKnown = spec !== undefined && Object.hasOwn(fieldTypes, spec.type)
  if (spec === undefined) tell(path, 'unknownField', field)
  else if (!isKnown || !isRight(spec)) tell(path, 'wrongType', field)
  return isKnown && isRight(spec)
}

/** Of amounts that have units of their own those in the figure's unit are taken: it must be one of them. */
function checkAmount(
  declared: Declared,
  register: RegisterSpec,
  { of, unit }: ReturnType<typeof leafOf>,
  path: string,
  tell: Tell,
): void {
  const isRight = (spec: FieldSpec) => fieldTypeOf(spec).sum !== undefined
  if (!needField(register, of!, isRight, `${path}/of`, tell)) return
  const spec = register.fields[of!]!
  const units = fieldTypeOf(spec).sum?.unit?.among(spec, (list) => declared.options.get(list))
  if (units?.includes(unit) === false) tell(`${path}/unit`, 'wrongValue', unit)
}

/**
 * A test against the day of the figure becomes a bound on the days for which the record counts. That has a
 * meaning only where all tests must hold: under `any`, `not` or among rows the days would fall apart.
 */
export function hasDeepAsOf(filter: Filter): boolean {
  if ('all' in filter) return filter.all.some(hasDeepAsOf)
  const isDeep = 'any' in filter || 'not' in filter || filter.test.is === 'some'
  return isDeep && usesAsOf(filter)
}
