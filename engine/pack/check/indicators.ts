import { type FieldSpec, fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import { type Filter, usesAsOf } from '../../query/index.ts'
import { leafOf } from '../normal/names.ts'
import type { IndicatorSpec, PackSource, RegisterSpec } from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import type { Declared, Tell } from './packs.ts'

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
    if ('ratio' in spec) checkRatio(declared, spec, path, tell)
    else checkLeaf(declared, spec, path, tell)
  }
}

type Ratio = Extract<IndicatorSpec, { ratio: unknown }>
type Leaf = Exclude<IndicatorSpec, Ratio>

function checkRatio(declared: Declared, spec: Ratio, path: string, tell: Tell): void {
  for (const part of spec.ratio) {
    const indicator = declared.indicators.get(part)
    if (indicator === undefined) tell(`${path}/ratio`, 'unknownIndicator', part)
    else if ('ratio' in indicator) tell(`${path}/ratio`, 'wrongType', part)
  }
  if (!Number.isInteger(spec.decimals) || spec.decimals < 0 || spec.decimals > 6)
    tell(path, 'wrongValue', 'decimals')
}

function checkLeaf(declared: Declared, spec: Leaf, path: string, tell: Tell): void {
  const leaf = leafOf(spec)
  const register = declared.registers.get(leaf.register)
  if (register === undefined) return tell(path, 'unknownRegister', leaf.register)
  if (leaf.on !== null) needField(register, leaf.on, ({ type }) => type === 'date', `${path}/on`, tell)
  if (leaf.kind === 'sum') checkSum(declared, register, leaf, path, tell)
  if (leaf.kind === 'distinct') needField(register, leaf.of!, isCountable, `${path}/of`, tell)
  if (leaf.unit === '') tell(`${path}/unit`, 'empty')
  if (spec.where === undefined) return
  const where = checkFilter(declared, register, spec.where, `${path}/where`, tell)
  if (where !== undefined && hasDeepAsOf(where)) tell(`${path}/where`, 'badFilter', 'asOf')
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

/** A sum of amounts that have units of their own adds those in the figure's unit: it must be one of them. */
function checkSum(
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
 * meaning only where all tests must hold: under `any` or `not` the days would fall apart.
 */
function hasDeepAsOf(filter: Filter): boolean {
  if ('all' in filter) return filter.all.some(hasDeepAsOf)
  return ('any' in filter || 'not' in filter) && usesAsOf(filter)
}
