import type { Table } from './columns.ts'
import type { Step, TableStep } from './step.ts'
import { bare, foresee, indexKey, keyOfForeign, type There } from './there.ts'

/** A column whose type is not the one that the pack wants. */
export interface Mismatch {
  table: string
  column: string
  is: string
  wanted: string
  /** Where it is as long as no step has been carried out. */
  at: { table: string; column: string }
}

/** Columns that are there with another type. Where nothing is in one, it can be set aside. */
export function mismatchesIn(there: There, tables: readonly Table[]): Mismatch[] {
  return tables.flatMap((table) => {
    const columns = there.tables.get(table.name)
    return table.columns.flatMap(({ name, type }) => {
      const is = columns?.get(name)
      const wanted = bare(type)
      if (is === undefined || is.type === wanted) return []
      return [{ table: table.name, column: name, is: is.type, wanted, at: is.at }]
    })
  })
}

/** The steps that set a column aside, with what was built on it. */
export function asideSteps(there: There, { table, column }: Mismatch, mark: string): Step[] {
  const indexes = [...there.indexes].filter(([, index]) => index.table === table && isOn(index, column))
  const keys = [...there.foreignKeys.values()].filter((key) => key.table === table && isOn(key, column))
  const steps = [
    ...keys.map(({ name }) => ({ do: 'dropForeignKey', table, name }) as const),
    ...indexes.map(([name]) => ({ do: 'dropIndex', name }) as const),
    { do: 'setAside', table, from: column, to: `${column}_${mark}` } as const,
  ]
  for (const step of steps) foresee(there, step)
  return steps
}

function isOn({ columns }: { columns: string[] }, column: string): boolean {
  return columns.some((name) => name.replace(/ desc$/, '') === column)
}

/** What is missing of some tables. Tables come first: a key may point forward. */
export function tableSteps(there: There, tables: readonly Table[]): TableStep[] {
  const made = tables.filter(({ name }) => !there.tables.has(name))
  const steps: TableStep[] = [
    ...made.map((table): TableStep => ({ do: 'createTable', table })),
    ...tables.filter((table) => !made.includes(table)).flatMap((table) => missingColumns(there, table)),
    ...tables.flatMap((table) => keySteps(there, table)),
    ...tables.flatMap((table) => indexSteps(there, table)),
  ]
  for (const step of steps) foresee(there, step)
  return steps
}

function missingColumns(there: There, { name: table, columns }: Table): TableStep[] {
  const known = there.tables.get(table)!
  return columns
    .filter(({ name }) => !known.has(name))
    .map(({ name, type }) => ({ do: 'addColumn', table, column: name, type: bare(type) }))
}

/** A key of the same name that leads elsewhere gives way. */
function keySteps(there: There, { name: table, foreignKeys }: Table): TableStep[] {
  return foreignKeys.flatMap((key): TableStep[] => {
    const known = there.foreignKeys.get(keyOfForeign(table, key.name))
    const add: TableStep = { do: 'addForeignKey', table, key }
    if (known === undefined) return [add]
    return known.target === key.table ? [] : [{ do: 'dropForeignKey', table, name: key.name }, add]
  })
}

/** An index of the same name over other columns gives way. */
function indexSteps(there: There, { name: table, indexes }: Table): TableStep[] {
  return indexes.flatMap((index): TableStep[] => {
    const known = there.indexes.get(index.name)
    const create: TableStep = { do: 'createIndex', table, index }
    if (known === undefined) return [create]
    const isSame = known.columns.join() === index.columns.map(indexKey).join()
    return isSame ? [] : [{ do: 'dropIndex', name: index.name }, create]
  })
}
