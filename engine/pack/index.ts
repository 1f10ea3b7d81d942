export {
  type Act,
  type Also,
  type EffectValue,
  type Makes,
  plainAct,
  type Right,
  type Without,
} from './act.ts'
export type { PackProblem, PackProblemCode } from './check/packs.ts'
export { placeholder } from './check/reports.ts'
export { composePacks } from './compose.ts'
export { type Condition, type FigureTest, figuresIn } from './condition.ts'
export { statedOfFile } from './core/file.ts'
export { administratorRole, serverRole } from './core-roles.ts'
export { type Cell, type Form, type FormColumn, type FormLeaf, leafColumns } from './form.ts'
export {
  type BasicIndicator,
  type ChangeIndicator,
  type ComposedIndicator,
  type GivenIndicator,
  type Indicator,
  isBasic,
  isLeaf,
  type LeafIndicator,
  madeOf,
  type PointingTest,
  type RankIndicator,
  type RatioIndicator,
  type TargetIndicator,
} from './indicator.ts'
export { columnName } from './normal/names.ts'
export {
  type ActSpec,
  type ClockSpec,
  type FormSpec,
  type IndicatorSpec,
  type PackSource,
  pack,
  type RegisterSpec,
  type ReportBlockSpec,
  type ReportSpec,
  register,
  type Source,
} from './notation/index.ts'
export {
  envOf,
  findClock,
  findIndicator,
  findRegister,
  findReport,
  getRegister,
  type Language,
  languages,
  needRegister,
  type Pack,
  type PackClock,
  wordOf,
} from './pack.ts'
export { type Field, findPartTable, type PartTable, partTables, type Register } from './register.ts'
export type { Claim, Clause, Report, ReportBlock, Slot } from './report.ts'
