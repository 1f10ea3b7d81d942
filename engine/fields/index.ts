export { compareKeys, compareText } from './compare.ts'
export { parseDay, showDay } from './date.ts'
export { showInstant } from './date-time.ts'
export { type Deadline, deadlineKinds } from './deadline.ts'
export type { DerivedSpec } from './derived.ts'
export { documentNumberText } from './document-number.ts'
export type {
  CheckEnv,
  Column,
  CommonSpec,
  FieldKey,
  FieldType,
  JsonSchema,
  KeyKind,
  OptionsOf,
  Part,
  Pointer,
  Scalar,
  ShowEnv,
  SpecPart,
  SqlType,
} from './field-type.ts'
export { isUuid, type Link, type PlacedLink, registerOf } from './link.ts'
export { isLinkSpec, type LinkSpec, targetOf } from './link-spec.ts'
export { datums, type Place, type Point } from './place.ts'
export { type Quantity, unitsOf, unitWord } from './quantity.ts'
export { type FieldSpec, fieldTypes } from './registry.ts'
export { serialText } from './serial.ts'
export { type FieldTypeName, fieldTypeOf, isGiven, linkSpecOf, plainSpec, readKey } from './type-of.ts'
