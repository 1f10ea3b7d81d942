import { type FieldSpec, fieldTypes, isGiven } from '../../fields/index.ts'
import { anyRole, overseerRole, serverRole } from '../core-roles.ts'
import { list, statesOf } from '../normal/names.ts'
import type { By, RegisterSpec } from '../notation/index.ts'
import type { Declared, Tell } from './packs.ts'

const plainId = /^[a-z][a-zA-Z0-9]{0,39}$/
// Words that the filter language, the API and every table use already.
export const reserved = [
  'state',
  'all',
  'any',
  'not',
  'has',
  'lacks',
  'reason',
  'id',
  'version',
  'district',
  'from',
  'to',
  'record',
  'day',
  'into',
  'tags',
]

/** Acts that every register has; no pack declares one of that name. */
export const builtInActs = [
  'create',
  'correct',
  'withdraw',
  'merge',
  'relink',
  'remark',
  'tag',
  'undo',
  'untag',
]

/** What the parts of a register's check look at. */
export interface Looking {
  declared: Declared
  spec: RegisterSpec
  tell: Tell
}

/** Is a field of a type that exists? Another one is told where it is declared, and is not looked at any closer. */
export function isKnownType(field: FieldSpec): boolean {
  return Object.hasOwn(fieldTypes, field.type)
}

/** May a person give it? A field of a type that does not exist is told elsewhere. */
export function mayBeGiven(field: FieldSpec): boolean {
  return !isKnownType(field) || isGiven(field)
}

export function checkName(id: string, path: string, tell: Tell): void {
  if (!plainId.test(id)) tell(path, 'badId', id)
  if (reserved.includes(id)) tell(path, 'reservedId', id)
}

export function needField(spec: RegisterSpec, name: string, path: string, tell: Tell): boolean {
  const known = Object.hasOwn(spec.fields, name)
  if (!known) tell(path, 'unknownField', name)
  return known
}

export function needType(spec: RegisterSpec, name: string, types: string[], path: string, tell: Tell): void {
  if (!needField(spec, name, path, tell)) return
  if (!types.includes(spec.fields[name]!.type)) tell(path, 'wrongType', name)
}

export function needState({ spec, tell }: Looking, state: string, path: string): void {
  if (!statesOf(spec).includes(state)) tell(path, 'unknownState', state)
}

export function checkBy(looking: Looking, by: By | By[], path: string, enforcement: boolean): void {
  if (!Array.isArray(by)) return checkRight(looking, by, `${path}/by`, enforcement)
  for (const [n, right] of by.entries()) checkRight(looking, right, `${path}/by/${n}`, enforcement)
}

function checkRight({ declared, spec, tell }: Looking, by: By, path: string, enforcement: boolean): void {
  for (const role of list(by.role)) {
    const isKnown = [serverRole, anyRole, overseerRole].includes(role) || declared.roles.has(role)
    if (!isKnown) tell(`${path}/role`, 'unknownRole', role)
    if (enforcement && declared.roles.get(role)?.coordinating) tell(`${path}/role`, 'coordinatingBody', role)
  }
  if (by.in !== undefined) needType(spec, by.in, ['organ'], `${path}/in`, tell)
  for (const state of list(by.at)) needState({ declared, spec, tell }, state, `${path}/at`)
}
