/** A table that is filled in and sent up: rows, and columns under a head of several levels. */
export interface FormSpec {
  rows: FormRowsSpec
  /** How many levels the head has, that of the units not among them. */
  depth: number
  columns: FormColumnSpec[]
  /** The units stand in a level of their own under the head. */
  units?: boolean
  /** Every row has a running number (序号). */
  numbered?: boolean
  /** Where the row of totals stands when a column has one; last unless said. */
  totals?: 'first' | 'last'
}

/**
 * The organs below the one asked for, along an axis that the registers of all figures have; the months of the year or of
 * the period; the options of a list that `field` chooses from; or rows that are written down.
 */
export type FormRowsSpec =
  | { axis: string }
  | { months: 'year' | 'period' }
  | { options: string; field: string }
  | { fixed: { id: string; cells: Record<string, CellSpec> }[] }

/** One figure, two (`a/b`), or nothing: filled in by hand. */
export type CellSpec = string | [string, string] | null

export type FormColumnSpec = FormGroupSpec | FormLeafSpec

interface FormGroupSpec {
  id: string
  /** How many levels of the head its cell takes; one unless said. */
  levels?: number
  columns: FormColumnSpec[]
}

interface FormLeafSpec {
  id: string
  /** All that are left unless said. */
  levels?: number
  /** Of fixed rows each says its own. */
  cell?: CellSpec
  /** The rows added up, the figure read anew over all of them (家, rates), or nothing; nothing unless said. */
  total?: 'sum' | 'recompute' | 'none'
  /** 累计: from 1 January to the end of the row's days; the row's days unless said. */
  over?: 'period' | 'year'
  /** The axis or the choice by which its figures go to a row, where it is not the form's. */
  axis?: string
  field?: string
}
