import { fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import type { FilterSpec } from '../../query/index.ts'
import { linkTarget } from '../normal/names.ts'
import type { FactsSpec, RegisterSpec, WithoutSpec } from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import { type Looking, needField } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

/** Tells what is wrong with what an act must find in other records. */
export function checkFacts(looking: Looking, id: string, facts: FactsSpec, path: string): void {
  const { declared, tell } = looking
  for (const [field, where] of Object.entries(facts.linked ?? {})) {
    const at = `${path}/linked/${field}`
    const target = needTarget(looking, field, at)
    if (target !== undefined) checkCondition(declared, target, where!, at, tell)
  }
  checkWithout(looking, id, facts.without, path)
}

/** Tells which records cannot point to a register in the way that an act says. */
export function checkWithout(
  { declared, tell }: Looking,
  id: string,
  without: readonly WithoutSpec[] | undefined,
  path: string,
): void {
  for (const [n, { register, by, where }] of (without ?? []).entries()) {
    const at = `${path}/without/${n}`
    const pointing = declared.registers.get(register)
    if (pointing === undefined) {
      tell(at, 'unknownRegister', register)
      continue
    }
    if (needField(pointing, by, at, tell) && !targetsOf(pointing, by).includes(id)) tell(at, 'wrongType', by)
    if (where !== undefined) checkCondition(declared, pointing, where, at, tell)
  }
}

/** An act is judged on the day it is done: there is no other day to speak of. */
export function checkCondition(
  declared: Declared,
  register: RegisterSpec,
  where: FilterSpec,
  path: string,
  tell: Tell,
): void {
  checkFilter(declared, register, where, path, tell)
  if (JSON.stringify(where).includes('"asOf"')) tell(path, 'badFilter', 'asOf')
}

/** The registers that a field may point to; none where its type is not known, which is told elsewhere. */
export function targetsOf(spec: RegisterSpec, field: string): readonly string[] {
  const given = Object.hasOwn(spec.fields, field) ? spec.fields[field] : undefined
  if (given === undefined || !Object.hasOwn(fieldTypes, given.type)) return []
  return fieldTypeOf(given).targets?.(given) ?? []
}

/** The one register that a link field points to, as it is written; tells where there is none. */
export function needTarget(
  { declared, spec, tell }: Looking,
  field: string,
  path: string,
): RegisterSpec | undefined {
  if (!needField(spec, field, path, tell)) return undefined
  const target = targetsOf(spec, field).length === 1 ? linkTarget(spec.fields[field]!) : undefined
  if (target === undefined) tell(path, 'wrongType', field)
  // A register that is not there is told where the field is declared.
  return target === undefined ? undefined : declared.registers.get(target)
}
