export interface Form {
  id: string
  rows: FormRows
  depth: number
  columns: FormColumn[]
  units: boolean
  numbered: boolean
  totals: 'first' | 'last'
}

export type FormRows =
  | { kind: 'axis'; axis: string }
  | { kind: 'months'; months: 'year' | 'period' }
  | { kind: 'options'; options: string; field: string }
  | { kind: 'fixed'; rows: { id: string; cells: Record<string, Cell> }[] }

/** The figures of a cell: none (filled in by hand), one, or two. */
export type Cell = string[]

export type FormColumn = FormGroup | FormLeaf

export interface FormGroup {
  id: string
  levels: number
  columns: FormColumn[]
}

export interface FormLeaf {
  id: string
  levels: number
  cell: Cell
  total: 'sum' | 'recompute' | 'none'
  over: 'period' | 'year'
  /** The axis of an axis form, the field of one with options; null of others. */
  by: string | null
}

/** The columns that hold figures, from left to right. */
export function leafColumns(columns: readonly FormColumn[]): FormLeaf[] {
  return columns.flatMap((column) => ('columns' in column ? leafColumns(column.columns) : [column]))
}
