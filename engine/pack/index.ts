export type { PackProblem, PackProblemCode } from './check.ts'
export { placeholder } from './check-reports.ts'
export { composePacks } from './compose.ts'
export { administratorRole, serverRole } from './core-roles.ts'
export {
  type ActSpec,
  type ClockSpec,
  type IndicatorSpec,
  type PackSource,
  pack,
  type RegisterSpec,
  type ReportBlockSpec,
  register,
} from './notation.ts'
export {
  type Act,
  envOf,
  type Field,
  findClock,
  findIndicator,
  findRegister,
  findReport,
  getRegister,
  type Indicator,
  type Language,
  type LeafIndicator,
  languages,
  needRegister,
  type Pack,
  type PackClock,
  type Register,
  type Report,
  wordOf,
} from './pack.ts'
