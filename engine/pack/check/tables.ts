import { fieldTypeOf } from '../../fields/index.ts'
import { columnName } from '../normal/names.ts'
import type { PackSource } from '../notation/index.ts'
import { isKnownType } from './looking.ts'
import type { Tell } from './packs.ts'

/** A table that something in a pack would have. */
interface Wanted {
  table: string
  path: string
  given: string
}

/**
 * Every table has a name of its own: `fooSpan` would be the table of the stretches of `foo` (`fooTag`: of what it belongs to), and the parts of a
 * field `items` of `foo` are in the table that a register `fooItems` would have.
 */
export function checkTables(sources: readonly PackSource[], tell: Tell): void {
  const registers = sources.flatMap(registerTables)
  const spans = new Set(registers.flatMap(({ table }) => [`${table}_span`, `${table}_tag`]))
  const parts = sources.flatMap(partTables)
  for (const { table, path, given } of registers) if (spans.has(table)) tell(path, 'nameTaken', given)
  const taken = new Set([...spans, ...registers.map(({ table }) => table)])
  for (const { table, path, given } of parts) {
    if (taken.has(table)) tell(path, 'nameTaken', given)
    taken.add(table)
  }
}

function registerTables(source: PackSource): Wanted[] {
  return Object.keys(source.registers ?? {}).map((id) => ({
    table: columnName(id),
    path: `${source.id}/registers/${id}`,
    given: id,
  }))
}

function partTables(source: PackSource): Wanted[] {
  return Object.entries(source.registers ?? {}).flatMap(([id, { fields }]) =>
    Object.entries(fields)
      .filter(([, field]) => isKnownType(field) && fieldTypeOf(field).parts !== undefined)
      .map(([name]) => ({
        table: `${columnName(id)}_${columnName(name)}`,
        path: `${source.id}/registers/${id}/fields/${name}`,
        given: name,
      })),
  )
}
