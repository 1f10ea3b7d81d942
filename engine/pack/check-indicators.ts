import { type Filter, usesAsOf } from '../query/index.ts'
import type { Declared, Tell } from './check.ts'
import { checkFilter } from './check-filter.ts'
import { leafOf } from './normal.ts'
import type { IndicatorSpec, PackSource, RegisterSpec } from './notation.ts'

const summable = ['integer', 'money']
const countable = ['organ', 'person', 'ref']

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
  if (leaf.on !== null) needType(register, leaf.on, ['date'], `${path}/on`, tell)
  if (leaf.kind === 'sum') needType(register, leaf.of!, summable, `${path}/of`, tell)
  if (leaf.kind === 'distinct') needType(register, leaf.of!, countable, `${path}/of`, tell)
  if (leaf.unit === '') tell(`${path}/unit`, 'empty')
  if (spec.where === undefined) return
  const where = checkFilter(declared, register, spec.where, `${path}/where`, tell)
  if (where !== undefined && hasDeepAsOf(where)) tell(`${path}/where`, 'badFilter', 'asOf')
}

function needType(register: RegisterSpec, field: string, types: string[], path: string, tell: Tell): void {
  if (!Object.hasOwn(register.fields, field)) tell(path, 'unknownField', field)
  else if (!types.includes(register.fields[field]!.type)) tell(path, 'wrongType', field)
}

/**
 * A test against the day of the figure becomes a bound on the days for which the record counts. That has a
 * meaning only where all tests must hold: under `any` or `not` the days would fall apart.
 */
function hasDeepAsOf(filter: Filter): boolean {
  if ('all' in filter) return filter.all.some(hasDeepAsOf)
  return ('any' in filter || 'not' in filter) && usesAsOf(filter)
}
