import { type Names, nameBefore, type Renames, rowFieldName } from '@anzhi/engine/change'
import { columnName, type Field, type Pack, type Register } from '@anzhi/engine/pack'
import type { Table } from './columns.ts'
import type { NameStep } from './step.ts'
import { tableList } from './tables.ts'
import { foresee, keyOfForeign, type There } from './there.ts'

/** Names that hold after a rename has been foreseen: another step may build on them. */
type Foreseen = (step: NameStep) => void

/**
 * The steps that give tables, columns, indexes and keys the names that the pack has for them now. What a thing was
 * called follows from what its register and its fields were called, by the same rule as its name of now.
 */
export function nameSteps(there: There, pack: Pack, renames: Renames, setAside: string): NameStep[] {
  const before = asNamedBefore(pack, renames)
  const steps: NameStep[] = []
  const foreseen: Foreseen = (step) => {
    steps.push(step)
    foresee(there, step)
  }
  for (const register of Object.values(pack.registers)) {
    const was = tableList(before, before.registers[register.id]!)
    for (const [i, table] of tableList(pack, register).entries())
      tableNames(there, { was: was[i]!, is: table }, foreseen, setAside)
  }
  return steps
}

interface Both {
  was: Table
  is: Table
}

function tableNames(there: There, { was, is }: Both, foreseen: Foreseen, setAside: string): void {
  if (was.name !== is.name && there.tables.has(was.name)) {
    foreseen({ do: 'renameTable', from: was.name, to: is.name })
    foreseen({ do: 'renameIndex', from: `${was.name}_pkey`, to: `${is.name}_pkey` })
  }
  const columns = there.tables.get(is.name)
  if (columns === undefined) return
  for (const [i, { name: to }] of is.columns.entries()) {
    const from = was.columns[i]!.name
    if (from === to || !columns.has(from)) continue
    if (columns.has(to)) foreseen({ do: 'setAside', table: is.name, from: to, to: `${to}_${setAside}` })
    foreseen({ do: 'renameColumn', table: is.name, from, to })
  }
  for (const [i, { name: to }] of is.indexes.entries()) {
    const from = was.indexes[i]!.name
    if (from !== to && there.indexes.has(from) && !there.indexes.has(to))
      foreseen({ do: 'renameIndex', from, to })
  }
  for (const [i, { name: to }] of is.foreignKeys.entries()) {
    const from = was.foreignKeys[i]!.name
    const isThere = there.foreignKeys.has(keyOfForeign(is.name, from))
    if (from !== to && isThere) foreseen({ do: 'renameConstraint', table: is.name, from, to })
  }
}

/** The pack of now with the names of tables and columns as they were; ids are those of now. */
function asNamedBefore(pack: Pack, renames: Renames): Pack {
  const registers = Object.values(pack.registers).map((register): [string, Register] => {
    const table = columnName(nameBefore(renames.registers, register.id))
    const names = renames.of[register.id]?.fields ?? {}
    const fields = Object.values(register.fields).map((field): [string, Field] => [
      field.id,
      fieldBefore(field, names),
    ])
    return [register.id, { ...register, table, fields: Object.fromEntries(fields) }]
  })
  return { ...pack, registers: Object.fromEntries(registers) }
}

function fieldBefore(field: Field, names: Names): Field {
  const column = columnName(nameBefore(names, field.id))
  const { fields } = field.spec as { fields?: Record<string, unknown> }
  if (fields === undefined) return { ...field, column }
  const inner = Object.entries(fields).map(([name, spec]) => [innerBefore(names, field.id, name), spec])
  return { ...field, column, spec: { ...field.spec, fields: Object.fromEntries(inner) } as Field['spec'] }
}

function innerBefore(names: Names, field: string, inner: string): string {
  const prefix = rowFieldName(field, '')
  const was = Object.entries(names).find(([from, to]) => from.startsWith(prefix) && to === inner)
  return was === undefined ? inner : was[0].slice(prefix.length)
}
