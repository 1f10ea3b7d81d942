export type {
  ActSpec,
  AlsoSpec,
  ApprovalSpec,
  By,
  EffectsSpec,
  EffectValueSpec,
  FactsSpec,
  MakesSpec,
  WithoutSpec,
} from './act.ts'
export type { ClockSpec } from './clock.ts'
export type { ConditionSpec } from './condition.ts'
export type { ExtensionSpec } from './extension.ts'
export type { CellSpec, FormColumnSpec, FormRowsSpec, FormSpec } from './form.ts'
export type {
  ChangeSpec,
  GivenSpec,
  IndicatorSpec,
  LeafSpec,
  LeafWhere,
  PointingSpec,
  RankSpec,
  RatioSpec,
  Source,
  TargetSpec,
} from './indicator.ts'
export { type RegisterSpec, register } from './register.ts'
export type { ClaimSpec, ReportBlockSpec, ReportSpec, SlotSpec } from './report.ts'
export { type PackSource, pack, type RoleSpec } from './source.ts'
