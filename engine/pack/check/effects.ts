import { type FieldSpec, fieldTypeOf, fieldTypes, plainSpec } from '../../fields/index.ts'
import { list } from '../normal/names.ts'
import type { ActSpec, EffectsSpec, EffectValueSpec, PackSource, RegisterSpec } from '../notation/index.ts'
import { checkCondition, targetsOf } from './facts.ts'
import { type Looking, mayBeGiven, needField } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

/** Tells what is wrong with what an act does to other records. */
export function checkEffects(looking: Looking, effects: EffectsSpec, path: string): void {
  effects.also?.forEach((also, n) => {
    checkAlso(looking, also, isEnforcement(effects), `${path}/also/${n}`)
  })
  effects.makes?.forEach((makes, n) => {
    checkMakes(looking, makes, isEnforcement(effects), `${path}/makes/${n}`)
  })
}

type CreateSpec = RegisterSpec['create']
type AlsoOf = NonNullable<EffectsSpec['also']>[number]
type MakesOf = NonNullable<EffectsSpec['makes']>[number]

function checkAlso(looking: Looking, also: AlsoOf, underEnforcement: boolean, path: string): void {
  const { declared, spec, tell } = looking
  if (also.when !== undefined) checkCondition(declared, spec, also.when, `${path}/when`, tell)
  if (!needField(spec, also.on, path, tell)) return
  const targets = targetsOf(spec, also.on)
  if (targets.length === 0) tell(path, 'wrongType', also.on)
  for (const id of targets) {
    const target = declared.registers.get(id)
    const act = target === undefined ? undefined : actIn(target, also.act)
    if (act === undefined) tell(`${path}/act`, 'unknownAct', also.act)
    else checkEffect(looking, { target: target!, act, values: also.values ?? {}, each: null }, path)
    if (act !== undefined && isEnforcement(act) && !underEnforcement)
      tell(`${path}/act`, 'hiddenEnforcement', also.act)
  }
}

function checkMakes(looking: Looking, makes: MakesOf, underEnforcement: boolean, path: string): void {
  const { declared, spec, tell } = looking
  if (makes.when !== undefined) checkCondition(declared, spec, makes.when, `${path}/when`, tell)
  const isListed = makes.each === undefined || needField(spec, makes.each, `${path}/each`, tell)
  if (makes.each !== undefined && isListed && !listsThings(spec, makes.each))
    tell(`${path}/each`, 'wrongType', makes.each)
  const target = declared.registers.get(makes.register)
  if (target === undefined) return tell(path, 'unknownRegister', makes.register)
  if (isEnforcement(target.create) && !underEnforcement) tell(path, 'hiddenEnforcement', makes.register)
  checkEffect(looking, { target, act: target.create, values: makes.values, each: makes.each ?? null }, path)
}

interface Given {
  target: RegisterSpec
  act: ActSpec | CreateSpec
  values: Record<string, EffectValueSpec>
  each: string | null
}

/** Every value goes into a field that the act takes, and is of its kind. */
function checkEffect({ spec, tell }: Looking, { target, act, values, each }: Given, path: string): void {
  for (const [field, value] of Object.entries(values)) {
    const at = `${path}/values/${field}`
    if (!needField(target, field, at, tell)) continue
    if (!takes(act, target, field)) tell(at, 'notTaken', field)
    const source = sourceOf(spec, value, each)
    if (source === undefined)
      tell(at, 'unknownField', String(typeof value === 'string' ? value : (each ?? 'each')))
    else if (source !== 'any' && !isAlike(source, target.fields[field]!)) tell(at, 'wrongType', field)
  }
}

/** What stands in the value of an effect; `any` where only the act itself can tell. */
function sourceOf(
  spec: RegisterSpec,
  value: EffectValueSpec,
  each: string | null,
): FieldSpec | 'any' | undefined {
  if (typeof value === 'string') return Object.hasOwn(spec.fields, value) ? spec.fields[value] : undefined
  if (!('each' in value)) return 'any'
  const listed = each === null ? undefined : spec.fields[each]
  if (listed === undefined || value.each === true) return listed
  return listed.type === 'rows' && Object.hasOwn(listed.fields, value.each)
    ? listed.fields[value.each]
    : undefined
}

/** A link lists what it names, and rows list themselves. */
function listsThings(spec: RegisterSpec, field: string): boolean {
  return spec.fields[field]!.type === 'rows' || targetsOf(spec, field).length > 0
}

/** Links are alike when one may stand where the other does; other values when they are of one type. */
function isAlike(source: FieldSpec, field: FieldSpec): boolean {
  const known = [source, field].every(({ type }) => Object.hasOwn(fieldTypes, type))
  if (!known || plainSpec(source).type === plainSpec(field).type) return true
  const from = fieldTypeOf(source).targets?.(source) ?? []
  const to = fieldTypeOf(field).targets?.(field) ?? []
  return from.length > 0 && from.every((register) => to.includes(register))
}

/** Does the act take this field? A create that does not list what it takes is asked for it when it is done. */
function takes(act: ActSpec | CreateSpec, target: RegisterSpec, field: string): boolean {
  const { required } = target.fields[field]!
  if (!mayBeGiven(target.fields[field]!)) return false
  if (!('from' in act))
    return act.takes?.includes(field) !== false || required === true || act.dates === field
  return [...list(act.asks), ...list(act.needs), ...list(act.takes), act.dates].includes(field)
}

function actIn(spec: RegisterSpec, act: string): ActSpec | undefined {
  const acts = spec.life?.acts ?? {}
  return Object.hasOwn(acts, act) ? acts[act] : undefined
}

function isEnforcement(act: object): boolean {
  return (act as { enforcement?: boolean }).enforcement === true
}

/** Tells every act that would come back to itself: what it does to others would never end. */
export function checkCycles(declared: Declared, sources: readonly PackSource[], tell: Tell): void {
  for (const source of sources) {
    for (const [register, spec] of Object.entries(source.registers ?? {})) {
      for (const [act, at] of actsOf(spec)) {
        if (reaches(declared, { register, act }, { register, act }, new Set()))
          tell(`${source.id}/registers/${register}/${at}`, 'effectCycle', act)
      }
    }
  }
}

function actsOf(spec: RegisterSpec): [act: string, path: string][] {
  const steps = Object.keys(spec.life?.acts ?? {})
  return [['create', 'create'], ...steps.map((act): [string, string] => [act, `life/acts/${act}`])]
}

interface Doing {
  register: string
  act: string
}

function reaches(declared: Declared, from: Doing, goal: Doing, seen: Set<string>): boolean {
  return followers(declared, from).some((next) => {
    if (next.register === goal.register && next.act === goal.act) return true
    const key = `${next.register}/${next.act}`
    if (seen.has(key)) return false
    seen.add(key)
    return reaches(declared, next, goal, seen)
  })
}

function followers({ registers }: Declared, { register, act }: Doing): Doing[] {
  const spec = registers.get(register)
  const effects = spec === undefined ? undefined : act === 'create' ? spec.create : actIn(spec, act)
  if (spec === undefined || effects === undefined) return []
  return [
    ...(effects.also ?? []).flatMap((also) =>
      targetsOf(spec, also.on).map((target) => ({ register: target, act: also.act })),
    ),
    ...(effects.makes ?? []).map((makes) => ({ register: makes.register, act: 'create' })),
  ]
}
