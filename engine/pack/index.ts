export type { Act, Also, EffectValue, Makes, Right, Without } from './act.ts'
export type { PackProblem, PackProblemCode } from './check/packs.ts'
export { placeholder } from './check/reports.ts'
export { composePacks } from './compose.ts'
export { statedOfFile } from './core/file.ts'
export { administratorRole, serverRole } from './core-roles.ts'
export {
  type ChangeIndicator,
  type Indicator,
  isLeaf,
  type LeafIndicator,
  madeOf,
  type RatioIndicator,
  type TargetIndicator,
} from './indicator.ts'
export {
  type ActSpec,
  type ClockSpec,
  type IndicatorSpec,
  type PackSource,
  pack,
  type RegisterSpec,
  type ReportBlockSpec,
  register,
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
  type Report,
  wordOf,
} from './pack.ts'
export type { Field, Register } from './register.ts'
