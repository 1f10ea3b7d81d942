import type { Cell, Form, FormColumn, FormRows } from '../form.ts'
import type { CellSpec, FormColumnSpec, FormRowsSpec, FormSpec } from '../notation/index.ts'

/** A form as written, with every default filled in. The check has passed it. */
export function normalForm(id: string, spec: FormSpec): Form {
  const { rows, depth, columns, units = false, numbered = false, totals = 'last' } = spec
  return {
    id,
    rows: rowsOf(rows),
    depth,
    columns: columns.map((column) => columnOf(column, depth, rows)),
    units,
    numbered,
    totals,
  }
}

function rowsOf(rows: FormRowsSpec): FormRows {
  if ('axis' in rows) return { kind: 'axis', ...rows }
  if ('months' in rows) return { kind: 'months', ...rows }
  if ('options' in rows) return { kind: 'options', ...rows }
  const fixed = rows.fixed.map(({ id, cells }) => ({
    id,
    cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellOf(cell)])),
  }))
  return { kind: 'fixed', rows: fixed }
}

function columnOf(spec: FormColumnSpec, left: number, rows: FormRowsSpec): FormColumn {
  const { id } = spec
  if ('columns' in spec) {
    const { levels = 1, columns } = spec
    return { id, levels, columns: columns.map((column) => columnOf(column, left - levels, rows)) }
  }
  const { levels = left, cell, total = 'none', over = 'period' } = spec
  return { id, levels, cell: cellOf(cell ?? null), total, over, by: byOf(spec, rows) }
}

/** What brings a figure to its row: the column's own word for it, or the form's. */
export function byOf({ axis, field }: { axis?: string; field?: string }, rows: FormRowsSpec): string | null {
  if ('axis' in rows) return axis ?? rows.axis
  return 'options' in rows ? (field ?? rows.field) : null
}

/** The figures of a cell as a list. */
export function cellOf(cell: CellSpec): Cell {
  return cell === null ? [] : typeof cell === 'string' ? [cell] : [...cell]
}
