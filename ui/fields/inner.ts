import type { FieldSpec } from '@anzhi/engine/fields'
import type { FieldControl } from './field-control.ts'

type ControlOf = (spec: FieldSpec) => FieldControl<FieldSpec, unknown>

let controlOf: ControlOf | undefined

/** The control of a field inside a field. A control cannot import the list of controls in which it stands itself. */
export const innerControl: ControlOf = (spec) => controlOf!(spec)

/** Told once, when the list of controls is there. */
export function knowControls(known: ControlOf): void {
  controlOf = known
}
