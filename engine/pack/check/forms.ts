import { byOf, cellOf } from '../normal/form.ts'
import type { FormColumnSpec, FormSpec, PackSource } from '../notation/index.ts'
import { checkCell, treesOf } from './form-cells.ts'
import { checkName } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

export type FormLeafSpec = Exclude<FormColumnSpec, { columns: unknown }>

/** Tells what is wrong with the forms of a pack: the head as a tree, and what its columns read for the rows. */
export function checkForms(declared: Declared, source: PackSource, tell: Tell): void {
  for (const [id, form] of Object.entries(source.forms ?? {})) {
    const path = `${source.id}/forms/${id}`
    checkName(id, path, tell)
    const leaves = readHead(form, path, tell)
    checkRows(declared, form, leaves, path, tell)
    for (const { leaf, at } of leaves) checkLeaf(declared, form, leaf, at, tell)
    checkTree(declared, form, leaves, `${path}/rows`, tell)
  }
}

interface Placed {
  leaf: FormLeafSpec
  at: string
}

/** Every path from the top of the head to a column takes all its levels, and no two columns share a name. */
function readHead({ columns, depth }: FormSpec, path: string, tell: Tell): Placed[] {
  const taken = new Set<string>()
  const walk = (column: FormColumnSpec, left: number, at: string): Placed[] => {
    checkName(column.id, at, tell)
    if (taken.has(column.id)) tell(at, 'nameTaken', column.id)
    taken.add(column.id)
    if (!('columns' in column)) {
      if ((column.levels ?? left) !== left || left < 1) tell(at, 'wrongValue', 'levels')
      return [{ leaf: column, at }]
    }
    if (column.columns.length === 0) tell(at, 'empty')
    return column.columns.flatMap((part) => walk(part, left - (column.levels ?? 1), `${at}/${part.id}`))
  }
  if (columns.length === 0) tell(path, 'empty')
  return columns.flatMap((column) => walk(column, depth, `${path}/columns/${column.id}`))
}

function checkRows(declared: Declared, { rows }: FormSpec, leaves: Placed[], path: string, tell: Tell): void {
  if ('options' in rows && !declared.options.has(rows.options))
    tell(`${path}/rows`, 'unknownOptions', rows.options)
  if (!('fixed' in rows)) return
  if (rows.fixed.length === 0) tell(`${path}/rows`, 'empty')
  const columns = leaves.map(({ leaf }) => leaf.id)
  const taken = new Set<string>()
  for (const { id, cells } of rows.fixed) {
    const at = `${path}/rows/${id}`
    checkName(id, at, tell)
    if (taken.has(id)) tell(at, 'nameTaken', id)
    taken.add(id)
    for (const column of columns) if (!Object.hasOwn(cells, column)) tell(at, 'empty', column)
    for (const column of Object.keys(cells)) if (!columns.includes(column)) tell(at, 'unknownColumn', column)
  }
}

/** Rows along an axis are records of one tree, whatever register a figure comes from; some figure says of which. */
function checkTree(declared: Declared, form: FormSpec, leaves: Placed[], path: string, tell: Tell): void {
  if (!('axis' in form.rows)) return
  const figures = leaves.flatMap(({ leaf }) =>
    cellOf(leaf.cell ?? null).map((figure) => ({ form, figure, by: byOf(leaf, form.rows) })),
  )
  const trees = new Set(figures.flatMap((looked) => treesOf(declared, looked)))
  if (figures.length === 0) tell(path, 'empty')
  if (trees.size > 1) tell(path, 'wrongType', form.rows.axis)
}

/** What a column says must mean something for the rows of its form. */
function checkLeaf(declared: Declared, form: FormSpec, leaf: FormLeafSpec, path: string, tell: Tell): void {
  const { rows } = form
  const isFixed = 'fixed' in rows
  const cells = isFixed ? rows.fixed.map(({ cells }) => cells[leaf.id] ?? null) : [leaf.cell ?? null]
  const figures = new Set(cells.flatMap(cellOf))
  if (isFixed && leaf.cell !== undefined) tell(path, 'wrongValue', 'cell')
  if (leaf.axis !== undefined && !('axis' in rows)) tell(path, 'wrongValue', 'axis')
  if (leaf.field !== undefined && !('options' in rows)) tell(path, 'wrongValue', 'field')
  if (figures.size === 0 && leaf.total !== undefined) tell(path, 'wrongValue', 'total')
  // There is nothing that fixed rows are parts of.
  if (isFixed && leaf.total === 'recompute') tell(path, 'wrongValue', 'total')
  const by = byOf(leaf, rows)
  for (const figure of figures) checkCell(declared, { form, leaf, by, figure, path, tell })
}
