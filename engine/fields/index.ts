import { type ChoiceSpec, choice } from './choice.ts'
import { type DateSpec, date } from './date.ts'
import { type DeadlineSpec, deadline } from './deadline.ts'
import type { FieldType } from './field-type.ts'
import { type FilesSpec, files } from './files.ts'
import { type IntegerSpec, integer } from './integer.ts'
import { type OrganSpec, organ, type PersonSpec, person, type RefSpec, ref } from './link.ts'
import { type MoneySpec, money } from './money.ts'
import { type SerialSpec, serial } from './serial.ts'
import { type LongTextSpec, longText, type TextSpec, text } from './text.ts'
import { type YesNoSpec, yesNo } from './yes-no.ts'

export { compareKeys, compareText } from './compare.ts'
export { parseDay, showDay } from './date.ts'
export { type Deadline, deadlineKinds } from './deadline.ts'
export type {
  CheckEnv,
  Column,
  CommonSpec,
  FieldType,
  JsonSchema,
  KeyKind,
  Scalar,
  ShowEnv,
  SpecPart,
  SqlType,
} from './field-type.ts'
export { isLinkSpec, isUuid, type Link, type LinkSpec, targetOf } from './link.ts'
export { serialText } from './serial.ts'

/** A field as a pack declares it. */
export type FieldSpec =
  | TextSpec
  | LongTextSpec
  | IntegerSpec
  | MoneySpec
  | DateSpec
  | DeadlineSpec
  | ChoiceSpec
  | YesNoSpec
  | OrganSpec
  | PersonSpec
  | RefSpec
  | FilesSpec
  | SerialSpec

/** Every field type by its name in a pack. */
export const fieldTypes = {
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
} as const

export type FieldTypeName = keyof typeof fieldTypes

/** The type of a declared field. A value of it is opaque here: only the type's own functions look inside. */
export function fieldTypeOf(spec: FieldSpec): FieldType<FieldSpec, unknown> {
  return fieldTypes[spec.type] as unknown as FieldType<FieldSpec, unknown>
}
