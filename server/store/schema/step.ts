import type { Table } from './columns.ts'
import type { KeptStep } from './kept.ts'
import type { Plan } from './plan.ts'

/** One thing that has to be done so that the tables are what a pack says. No column and no table is ever dropped. */
export type Step = NameStep | TableStep | ValueStep | KeptStep

type Renamed = { from: string; to: string }

/** What gets another name; what is in it stays where it is. */
export type NameStep =
  | ({ do: 'renameTable' } & Renamed)
  | ({ do: 'renameColumn'; table: string } & Renamed)
  /** A column that no definition uses, and in which nothing is, makes room. */
  | ({ do: 'setAside'; table: string } & Renamed)
  | ({ do: 'renameIndex' } & Renamed)
  | ({ do: 'renameConstraint'; table: string } & Renamed)

export type TableStep =
  | { do: 'createTable'; table: Table }
  | { do: 'addColumn'; table: string; column: string; type: string }
  | { do: 'dropForeignKey'; table: string; name: string }
  | { do: 'dropIndex'; name: string }
  | { do: 'addForeignKey'; table: string; key: Table['foreignKeys'][number] }
  | { do: 'createIndex'; table: string; index: Table['indexes'][number] }

export type ValueStep =
  /** Wherever the system's own tables name a register, or a running number of it. */
  | ({ do: 'renameRegister' } & Renamed)
  | ({ do: 'renameSerial'; register: string } & Renamed)
  | ({ do: 'renameRole' } & Renamed)
  /** States, acts, options and registers where they are kept as values; `many`: a list of them. */
  | { do: 'renameValues'; table: string; column: string; many: boolean; names: Record<string, string> }
  /** Of the lives that are there already: a value that is tracked from now on. */
  | { do: 'fillColumns'; span: string; record: string; columns: string[] }
  | FillDefault
  /** What follows from the values of each record is worked out anew. */
  | { do: 'derive'; register: string; fields: string[] }

/** Records that do not know what is required from now on are given it, each with an event of its own. */
export interface FillDefault {
  do: 'fillDefault'
  register: string
  field: string
  table: string
  /** Where the field is tracked. */
  span: string | null
  cells: { column: string; type: string; value: unknown }[]
  value: unknown
  records: number
}

/** A pack that cannot take the place of the one before. */
export class PlanProblem extends Error {
  readonly plan: Plan

  constructor(message: string, plan: Plan) {
    super(message)
    this.name = 'PlanProblem'
    this.plan = plan
  }
}
