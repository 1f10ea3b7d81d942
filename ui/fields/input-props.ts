import type { EditProps } from './field-control.ts'

/** What every input of the kit is given: its name, whether it must be filled in, and its problem. */
export function inputProps({ id, label, required, problem }: EditProps<unknown>) {
  return { id, label, withAsterisk: required, 'aria-required': required || undefined, error: problem }
}
