import type { FieldSpec } from '@anzhi/engine/fields'
import type { FieldControl, FilterKind } from './field-control.ts'
import { knowControls } from './inner.ts'
import { fieldControls } from './registry.ts'

export { DayInput } from './day-input.tsx'
export { draftProblems, readTyped } from './drafts.ts'
export type { EditProps, FieldControl, FilterKind, ShowProps } from './field-control.ts'
export { indented } from './indented.ts'
export { LinkInput } from './link-input.tsx'
export { groupedYuan } from './money.tsx'
export { fieldControls } from './registry.ts'

/** The control of a declared field. As in the engine, a value is opaque here: only its own control looks inside. */
export function fieldControlOf(spec: FieldSpec): FieldControl<FieldSpec, unknown> {
  const control = fieldControls[spec.type] as unknown as FieldControl<FieldSpec, unknown>
  return control.of?.(spec) ?? control
}

knowControls(fieldControlOf)

/** How a declared field is filtered in a list; undefined when it is not. */
export function filterKindOf(spec: FieldSpec): FilterKind | undefined {
  const { filter } = fieldControlOf(spec)
  return typeof filter === 'function' ? filter(spec) : filter
}
