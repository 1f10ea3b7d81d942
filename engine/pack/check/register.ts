import {
  type FieldSpec,
  fieldTypeOf,
  fieldTypes,
  isLinkSpec,
  type SpecPart,
  targetOf,
} from '../../fields/index.ts'
import { list } from '../normal/names.ts'
import type { RegisterSpec } from '../notation/index.ts'
import { checkAct } from './act.ts'
import { checkColumns } from './columns.ts'
import { checkCopy } from './copy.ts'
import { checkDefault } from './default.ts'
import { checkDerived } from './derived.ts'
import { checkEffects } from './effects.ts'
import { checkFacts, checkWithout } from './facts.ts'
import {
  builtInActs,
  checkBy,
  checkName,
  isKnownType,
  type Looking,
  needField,
  needState,
  needType,
} from './looking.ts'
import type { Declared, Tell } from './packs.ts'
import { checkParts } from './parts.ts'
import { checkTags } from './tags.ts'
import { checkIssues, checkUnique } from './unique.ts'

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
    checkDefault(looking, field, `${path}/fields/${name}`)
  }
  checkColumns(id, spec, path, tell)
  checkShape(looking, path)
  checkTree(looking, id, path)
  checkTags(looking, path)
  checkBuiltIn(looking, id, path)
  for (const [name, act] of Object.entries(spec.life?.acts ?? {})) {
    checkName(name, `${path}/life/acts/${name}`, tell)
    if (builtInActs.includes(name)) tell(`${path}/life/acts/${name}`, 'reservedId', name)
    checkAct(looking, id, act, `${path}/life/acts/${name}`)
  }
  checkReach(looking, path)
}

function checkField(looking: Looking, field: FieldSpec, path: string): void {
  if (!isKnownType(field)) return looking.tell(path, 'unknownType', field.type)
  for (const [name, part] of Object.entries(fieldTypes[field.type].says)) {
    checkPart(looking, part, (field as unknown as Record<string, unknown>)[name], path)
  }
  if (field.copy !== undefined) checkCopy(looking, field, path)
  checkParts(field, path, looking.tell)
  if (field.type === 'derived') {
    checkField(looking, field.as, `${path}/as`)
    checkDerived(looking, field, path)
  }
  if (field.type !== 'rows') return
  // What a field of a row names stands in the same row.
  const inRow: Looking = { ...looking, spec: { ...looking.spec, fields: field.fields } }
  for (const [name, inner] of Object.entries(field.fields)) {
    checkName(name, `${path}/fields/${name}`, looking.tell)
    checkField(inRow, inner, `${path}/fields/${name}`)
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
  if (part === 'numbering') checkNumbering({ declared, spec, tell }, given, path)
  const isDate = part === 'date' || (part === 'dayLimit' && named !== 'today')
  if (isDate && named !== undefined) needType(spec, named, ['date'], path, tell)
}

/** A series is an organ's own, or the whole district's. */
function checkNumbering({ spec, tell }: Looking, given: unknown, path: string): void {
  const organ = (given as { organ?: string } | undefined)?.organ
  if (organ !== undefined) needType(spec, organ, ['organ'], `${path}/ours`, tell)
}

function checkShape(looking: Looking, path: string): void {
  const { spec, tell } = looking
  const isOne = (name: string) => {
    const field = spec.fields[name]!
    return !isKnownType(field) || fieldTypeOf(field).parts === undefined
  }
  if (spec.assigned !== undefined) needType(spec, spec.assigned, ['person'], `${path}/assigned`, tell)
  // A title is one line, and an order has to know what comes first.
  for (const [, name] of spec.title.matchAll(/\{([^}]*)\}/g)) {
    if (needField(spec, name!, `${path}/title`, tell) && !isOne(name!))
      tell(`${path}/title`, 'wrongType', name)
  }
  for (const [axis, field] of Object.entries(spec.axes ?? {})) {
    checkAxis(looking, field, `${path}/axes/${axis}`)
  }
  for (const name of [...spec.list.columns, ...(spec.list.filters ?? [])]) {
    if (name !== 'state') needField(spec, name, `${path}/list`, tell)
  }
  for (const name of (spec.list.order ?? []).map((given) => given.replace(/^-/, ''))) {
    if (name === 'state' || !needField(spec, name, `${path}/list`, tell)) continue
    if (!isOne(name)) tell(`${path}/list/order`, 'wrongType', name)
  }
}

/** An axis leads to records of one tree. */
function checkAxis({ declared, spec, tell }: Looking, name: string, path: string): void {
  if (!needField(spec, name, path, tell)) return
  const field = spec.fields[name]!
  // An unknown type is told where it is declared.
  if (!isKnownType(field)) return
  const [target, ...others] = fieldTypeOf(field).targets?.(field) ?? []
  const isTree = target !== undefined && declared.registers.get(target)?.tree !== undefined
  if (!isTree || others.length > 0) tell(path, 'wrongType', name)
}

/** A tree is made of links to the register itself, whose days are kept. */
function checkTree({ spec, tell }: Looking, id: string, path: string): void {
  if (spec.tree === undefined || !needField(spec, spec.tree, `${path}/tree`, tell)) return
  const field = spec.fields[spec.tree]!
  if (!isLinkSpec(field) || targetOf(field) !== id) tell(`${path}/tree`, 'wrongType', spec.tree)
  else if (field.tracked !== true) tell(`${path}/tree`, 'wrongValue', 'tracked')
}

function checkBuiltIn(looking: Looking, id: string, path: string): void {
  const { spec, tell } = looking
  checkBy(looking, spec.create.by, `${path}/create`, spec.create.enforcement === true)
  checkBy(looking, spec.correct.by, `${path}/correct`, false)
  checkBy(looking, spec.withdraw.by, `${path}/withdraw`, false)
  if (spec.create.dates !== undefined)
    needType(spec, spec.create.dates, ['date'], `${path}/create/dates`, tell)
  for (const name of spec.create.takes ?? []) needField(spec, name, `${path}/create/takes`, tell)
  for (const name of spec.correct.fields ?? []) needField(spec, name, `${path}/correct/fields`, tell)
  for (const state of spec.correct.freeIn ?? []) needState(looking, state, `${path}/correct/freeIn`)
  checkFacts(looking, id, spec.create, `${path}/create`)
  checkEffects(looking, spec.create, `${path}/create`)
  checkWithout(looking, id, spec.withdraw.without, `${path}/withdraw`)
  checkIssues(looking, spec.create.issues, `${path}/create/issues`)
  checkUnique(looking, path)
  if (spec.merge !== undefined) checkBy(looking, spec.merge.by, `${path}/merge`, false)
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
