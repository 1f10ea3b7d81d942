import { type Names, optionSlots, type RegisterRenames, type Renames } from '@anzhi/engine/change'
import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Field, Pack, Register } from '@anzhi/engine/pack'
import { type Shelf, shelvesOf } from './shelf.ts'
import type { ValueStep } from './step.ts'
import type { There } from './there.ts'

/** The steps that bring what is kept as a value (states, acts, options, registers, roles) to the names of now. */
export function valueSteps(there: There, pack: Pack, renames: Renames): ValueStep[] {
  const steps = Object.values(pack.registers).flatMap((register) =>
    registerValues(there, register, renames.of[register.id], renames.registers),
  )
  return [
    ...entries(renames.registers).map((renamed): ValueStep => ({ do: 'renameRegister', ...renamed })),
    ...entries(renames.roles).map((renamed): ValueStep => ({ do: 'renameRole', ...renamed })),
    ...steps,
  ]
}

function registerValues(
  there: There,
  register: Register,
  names: RegisterRenames | undefined,
  registers: Names,
): ValueStep[] {
  const { table, id } = register
  const span = `${table}_span`
  const serials = entries(names?.fields ?? {}).filter(({ to }) => register.fields[to]?.spec.type === 'serial')
  const options = shelvesOf(register).flatMap((shelf) => shelfValues(shelf, names, registers))
  const steps: ValueStep[] = [
    ...renameValues(table, 'state', names?.states),
    ...renameValues(span, 'state', names?.states),
    ...renameValues(span, 'act', names?.acts),
    ...options,
  ]
  return [
    ...serials.map((renamed): ValueStep => ({ do: 'renameSerial', register: id, ...renamed })),
    // What is made only now holds nothing that could have an old name.
    ...steps.filter((step) => step.do !== 'renameValues' || there.tables.get(step.table)?.has(step.column)),
  ]
}

function shelfValues(
  { table, fields }: Shelf,
  names: RegisterRenames | undefined,
  registers: Names,
): ValueStep[] {
  return fields.flatMap(({ name, field }) => [
    ...optionSlots(field.spec).flatMap(({ suffix, many }) =>
      renameValues(table, field.column + suffix, names?.options[name], many),
    ),
    ...(hasRegister(field) ? renameValues(table, `${field.column}_register`, registers) : []),
  ])
}

/** A link to one of several registers says which. */
function hasRegister({ spec }: Field): boolean {
  const { targets, columns } = fieldTypeOf(spec)
  return targets !== undefined && columns(spec).some(({ suffix }) => suffix === '_register')
}

function renameValues(table: string, column: string, names: Names | undefined, many = false): ValueStep[] {
  if (names === undefined || Object.keys(names).length === 0) return []
  return [{ do: 'renameValues', table, column, many, names }]
}

function entries(names: Names): { from: string; to: string }[] {
  return Object.entries(names).map(([from, to]) => ({ from, to }))
}
