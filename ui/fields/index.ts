import type { FieldSpec, FieldTypeName } from '@anzhi/engine/fields'
import { choice } from './choice.tsx'
import { date } from './date.tsx'
import { deadline } from './deadline.tsx'
import type { FieldControl, SpecOf } from './field-control.ts'
import { files } from './files.tsx'
import { integer } from './integer.tsx'
import { organ, person, ref } from './link.tsx'
import { longText } from './long-text.tsx'
import { money } from './money.tsx'
import { serial } from './serial.tsx'
import { text } from './text.tsx'
import { yesNo } from './yes-no.tsx'

export { DayInput } from './day-input.tsx'
export { draftProblems, readTyped } from './drafts.ts'
export type { EditProps, FieldControl, ShowProps } from './field-control.ts'
export { LinkInput } from './link-input.tsx'
export { groupedYuan } from './money.tsx'

/** How every field type is seen and filled in, by its name in a pack. */
export const fieldControls: { [Type in FieldTypeName]: FieldControl<SpecOf<Type>, never> } = {
  text,
  longText,
  integer,
  money,
  date,
  deadline,
  choice,
  yesNo,
  organ,
  person,
  ref,
  files,
  serial,
}

/** The control of a declared field. As in the engine, a value is opaque here: only its own control looks inside. */
export function fieldControlOf(spec: FieldSpec): FieldControl<FieldSpec, unknown> {
  return fieldControls[spec.type] as unknown as FieldControl<FieldSpec, unknown>
}
