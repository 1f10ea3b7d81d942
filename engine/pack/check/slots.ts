import { type FieldSpec, fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import type { RegisterSpec, SlotSpec } from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import { hasDeepAsOf } from './indicators.ts'
import { checkName, needField, needType } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

/** The plain slots that every report may print. */
export const reportSlots = ['from', 'to', 'asOf', 'organ'] as const

/** Tells what is wrong with a slot of a report: the records it names and what it prints of them. */
export function checkSlot(declared: Declared, id: string, spec: SlotSpec, path: string, tell: Tell): void {
  checkName(id, path, tell)
  if (id === 'asOf' || id === 'organ') tell(path, 'reservedId', id)
  const register = declared.registers.get(spec.from)
  if (register === undefined) return tell(path, 'unknownRegister', spec.from)
  if (spec.on !== undefined) needType(register, spec.on, ['date'], `${path}/on`, tell)
  if (spec.where !== undefined) {
    const where = checkFilter(declared, register, spec.where, `${path}/where`, tell)
    if (where !== undefined && hasDeepAsOf(where)) tell(`${path}/where`, 'badFilter', 'asOf')
  }
  checkOrder(register, spec, path, tell)
  if (spec.etc !== undefined && spec.take !== 'all') tell(path, 'wrongValue', 'etc')
  const shown = [...spec.show.matchAll(/\{([^}]*)\}/g)]
  if (shown.length === 0) tell(`${path}/show`, 'empty')
  for (const [, name] of shown) needField(register, name!, `${path}/show`, tell)
}

/** Which is the first or the last, and in which order all stand, is never left to chance; nor to the id of a link. */
function checkOrder(register: RegisterSpec, { order = [], take }: SlotSpec, path: string, tell: Tell): void {
  if (order.length === 0 && take !== 'only') tell(`${path}/order`, 'empty')
  if (order.length > 4) tell(`${path}/order`, 'wrongValue', order[4])
  for (const name of order.map((field) => field.replace(/^-/, ''))) {
    if (name === 'state' || !needField(register, name, `${path}/order`, tell)) continue
    const spec = register.fields[name]!
    if (!isOrdered(spec)) tell(`${path}/order`, 'wrongType', name)
  }
}

function isOrdered(spec: FieldSpec): boolean {
  if (!Object.hasOwn(fieldTypes, spec.type)) return true
  const { targets, parts } = fieldTypeOf(spec)
  return targets === undefined && parts === undefined
}
