import { type FieldSpec, fieldTypeOf, fieldTypes, type SpecPart } from '../fields/index.ts'
import type { Declared, Tell } from './check.ts'
import { checkFilter } from './check-filter.ts'
import { serverRole } from './core-roles.ts'
import { columnName, list, statesOf } from './normal.ts'
import type { ActSpec, By, RegisterSpec } from './notation.ts'

const plainId = /^[a-z][a-zA-Z0-9]{0,39}$/
// Words that the filter language, the API and every table use already.
const reserved = [
  'state',
  'all',
  'any',
  'not',
  'reason',
  'id',
  'version',
  'district',
  'from',
  'to',
  'record',
  'day',
]

interface Looking {
  declared: Declared
  spec: RegisterSpec
  tell: Tell
}

/** Tells what is wrong with one register; `path` is its place in the pack. */
export function checkRegister(
  declared: Declared,
  id: string,
  spec: RegisterSpec,
  path: string,
  tell: Tell,
): void {
  const looking: Looking = { declared, spec, tell }
  checkName(id, path, tell)
  for (const [name, field] of Object.entries(spec.fields)) {
    checkName(name, `${path}/fields/${name}`, tell)
    checkField(looking, field, `${path}/fields/${name}`)
  }
  checkColumns(id, spec, path, tell)
  checkShape(looking, path)
  checkBuiltIn(looking, path)
  for (const [name, act] of Object.entries(spec.life?.acts ?? {})) {
    checkName(name, `${path}/life/acts/${name}`, tell)
    checkAct(looking, act, `${path}/life/acts/${name}`)
  }
  checkReach(looking, path)
}

export function checkName(id: string, path: string, tell: Tell): void {
  if (!plainId.test(id)) tell(path, 'badId', id)
  if (reserved.includes(id)) tell(path, 'reservedId', id)
}

function checkField(looking: Looking, field: FieldSpec, path: string): void {
  if (!Object.hasOwn(fieldTypes, field.type)) return looking.tell(path, 'unknownType', field.type)
  for (const [name, part] of Object.entries(fieldTypes[field.type].says)) {
    checkPart(looking, part, (field as unknown as Record<string, unknown>)[name], path)
  }
}

/** What a part of a declaration names must be there; `given` has the right shape or is not said. */
function checkPart({ declared, spec, tell }: Looking, part: SpecPart, given: unknown, path: string): void {
  const named = given as string | undefined
  const isList = part === 'optionList' || (part === 'units' && !Array.isArray(given))
  if (isList && !declared.options.has(named!)) tell(path, 'unknownOptions', named)
  if (part === 'register' || part === 'registers') {
    for (const register of Array.isArray(given) ? given : [named])
      if (!declared.registers.has(register)) tell(path, 'unknownRegister', register)
  }
  const isDate = part === 'date' || (part === 'dayLimit' && named !== 'today')
  if (isDate && named !== undefined) needType(spec, named, ['date'], path, tell)
}

// Columns that every record or every stretch of its life has.
const ownColumns = [
  'district',
  'id',
  'version',
  'state',
  'record',
  'n',
  'from_day',
  'until_day',
  'act',
  'by_account',
]
// PostgreSQL cuts longer names in silence; the longest made of a column is that of its index.
const longestName = 63

/** Two fields may not come to one column, nor a name to one that PostgreSQL would cut. */
function checkColumns(id: string, spec: RegisterSpec, path: string, tell: Tell): void {
  const taken = new Set(ownColumns)
  for (const [name, field] of Object.entries(spec.fields)) {
    if (!Object.hasOwn(fieldTypes, field.type)) continue
    const columns = fieldTypeOf(field)
      .columns(field)
      .map(({ suffix }) => columnName(name) + suffix)
    const free = columns.every((column) => !taken.has(column))
    const short = columns.every((column) => `${columnName(id)}_${column}_ix`.length <= longestName)
    if (!free && !reserved.includes(name)) tell(`${path}/fields/${name}`, 'nameTaken', name)
    if (!short) tell(`${path}/fields/${name}`, 'badId', name)
    for (const column of columns) taken.add(column)
  }
}

function needField(spec: RegisterSpec, name: string, path: string, tell: Tell): boolean {
  const known = Object.hasOwn(spec.fields, name)
  if (!known) tell(path, 'unknownField', name)
  return known
}

function needType(spec: RegisterSpec, name: string, types: string[], path: string, tell: Tell): void {
  if (!needField(spec, name, path, tell)) return
  if (!types.includes(spec.fields[name]!.type)) tell(path, 'wrongType', name)
}

function checkShape({ spec, tell }: Looking, path: string): void {
  for (const [, name] of spec.title.matchAll(/\{([^}]*)\}/g)) needField(spec, name!, `${path}/title`, tell)
  for (const [axis, field] of Object.entries(spec.axes ?? {})) {
    needType(spec, field, ['organ'], `${path}/axes/${axis}`, tell)
  }
  const order = (spec.list.order ?? []).map((name) => name.replace(/^-/, ''))
  for (const name of [...spec.list.columns, ...(spec.list.filters ?? []), ...order]) {
    if (name !== 'state') needField(spec, name, `${path}/list`, tell)
  }
}

function checkBuiltIn(looking: Looking, path: string): void {
  const { spec, tell } = looking
  checkBy(looking, spec.create.by, `${path}/create`, spec.create.enforcement === true)
  checkBy(looking, spec.correct.by, `${path}/correct`, false)
  checkBy(looking, spec.withdraw.by, `${path}/withdraw`, false)
  if (spec.create.dates !== undefined)
    needType(spec, spec.create.dates, ['date'], `${path}/create/dates`, tell)
  for (const name of spec.create.takes ?? []) needField(spec, name, `${path}/create/takes`, tell)
  for (const name of spec.correct.fields ?? []) needField(spec, name, `${path}/correct/fields`, tell)
  for (const state of spec.correct.freeIn ?? []) needState(looking, state, `${path}/correct/freeIn`)
}

function needState({ spec, tell }: Looking, state: string, path: string): void {
  if (!statesOf(spec).includes(state)) tell(path, 'unknownState', state)
}

function checkBy({ declared, spec, tell }: Looking, by: By, path: string, enforcement: boolean): void {
  for (const role of list(by.role)) {
    if (role !== serverRole && !declared.roles.has(role)) tell(`${path}/by/role`, 'unknownRole', role)
    if (enforcement && declared.roles.get(role)?.coordinating)
      tell(`${path}/by/role`, 'coordinatingBody', role)
  }
  if (by.in !== undefined) needType(spec, by.in, ['organ'], `${path}/by/in`, tell)
}

function checkAct(looking: Looking, act: ActSpec, path: string): void {
  const { spec, tell } = looking
  for (const state of [...list(act.from), act.to]) needState(looking, state, path)
  if (list(act.from).includes('withdrawn') || act.to === 'withdrawn') tell(path, 'unknownState', 'withdrawn')
  checkBy(looking, act.by, path, act.enforcement === true)
  const given = [
    ...(act.asks ?? []).filter((name) => name !== 'reason'),
    ...(act.needs ?? []),
    ...(act.takes ?? []),
  ]
  for (const name of given) {
    if (needField(spec, name, path, tell) && spec.fields[name]!.type === 'serial')
      tell(path, 'wrongType', name)
  }
  checkClears(looking, act, path)
  if (act.dates !== undefined) needType(spec, act.dates, ['date'], `${path}/dates`, tell)
  if (act.notBy !== undefined && !Object.hasOwn(spec.life!.acts, act.notBy))
    tell(`${path}/notBy`, 'unknownAct', act.notBy)
  if (act.when !== undefined) checkCondition(looking, act.when, `${path}/when`)
}

/** What must be known, and what the act itself gives, cannot be emptied by it. */
function checkClears({ spec, tell }: Looking, act: ActSpec, path: string): void {
  const kept = [...(act.asks ?? []), ...(act.needs ?? []), ...(act.dates === undefined ? [] : [act.dates])]
  for (const name of act.clears ?? []) {
    if (!needField(spec, name, `${path}/clears`, tell)) continue
    const field = spec.fields[name]!
    const never = field.type === 'serial' || field.required === true || kept.includes(name)
    if (never) tell(`${path}/clears`, 'wrongValue', name)
  }
}

function checkCondition(looking: Looking, when: NonNullable<ActSpec['when']>, path: string): void {
  const { declared, spec, tell } = looking
  checkFilter(declared, spec, when, path, tell)
  // An act is judged on the day it is done: there is no other day to speak of.
  if (JSON.stringify(when).includes('"asOf"')) tell(path, 'badFilter', 'asOf')
}

/** Every state can be reached from the first one; a state that nothing leads to is a slip. */
function checkReach({ spec, tell }: Looking, path: string): void {
  if (spec.life === undefined) return
  const [first, ...others] = spec.life.states
  if (first === undefined) return tell(`${path}/life/states`, 'empty')
  const reached = new Set([first])
  const acts = Object.values(spec.life.acts)
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const act of acts) if (list(act.from).some((state) => reached.has(state))) reached.add(act.to)
  }
  for (const state of others) if (!reached.has(state)) tell(`${path}/life/states`, 'unreachable', state)
}
