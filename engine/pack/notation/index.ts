export type {
  ActSpec,
  AlsoSpec,
  By,
  EffectsSpec,
  EffectValueSpec,
  FactsSpec,
  MakesSpec,
  WithoutSpec,
} from './act.ts'
export type { ClockSpec } from './clock.ts'
export type { ExtensionSpec } from './extension.ts'
export type { ChangeSpec, IndicatorSpec, LeafSpec, RatioSpec, TargetSpec } from './indicator.ts'
export { type RegisterSpec, register } from './register.ts'
export type { ReportBlockSpec, ReportSpec } from './report.ts'
export { type PackSource, pack, type RoleSpec } from './source.ts'
