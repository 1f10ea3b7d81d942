// Made from the files of this folder by `npm run make:fields`; nobody edits it.
import { type ChoiceSpec, choice } from './choice.ts'
import { type ChoicesSpec, choices } from './choices.ts'
import { type CreditCodeSpec, creditCode } from './credit-code.ts'
import { type DateSpec, date } from './date.ts'
import { type DateTimeSpec, dateTime } from './date-time.ts'
import { type DeadlineSpec, deadline } from './deadline.ts'
import { type DecimalSpec, decimal } from './decimal.ts'
import { type DerivedSpec, derived } from './derived.ts'
import { type DocumentNumberSpec, documentNumber } from './document-number.ts'
import { type FilesSpec, files } from './files.ts'
import { type IdentityNumberSpec, identityNumber } from './identity-number.ts'
import { type IntegerSpec, integer } from './integer.ts'
import { type LongTextSpec, longText } from './long-text.ts'
import { type MoneySpec, money } from './money.ts'
import { type MonthSpec, month } from './month.ts'
import { type OrganSpec, organ } from './organ.ts'
import { type OrgansSpec, organs } from './organs.ts'
import { type PartySpec, party } from './party.ts'
import { type PersonSpec, person } from './person.ts'
import { type PersonsSpec, persons } from './persons.ts'
import { type PhoneSpec, phone } from './phone.ts'
import { type PlaceSpec, place } from './place.ts'
import { type QuantitySpec, quantity } from './quantity.ts'
import { type QuarterSpec, quarter } from './quarter.ts'
import { type RefSpec, ref } from './ref.ts'
import { type RefsSpec, refs } from './refs.ts'
import { type RowsSpec, rows } from './rows.ts'
import { type SerialSpec, serial } from './serial.ts'
import { type TextSpec, text } from './text.ts'
import { type YesNoSpec, yesNo } from './yes-no.ts'

/** A field as a pack declares it. */
export type FieldSpec =
  | ChoiceSpec
  | ChoicesSpec
  | CreditCodeSpec
  | DateSpec
  | DateTimeSpec
  | DeadlineSpec
  | DecimalSpec
  | DerivedSpec
  | DocumentNumberSpec
  | FilesSpec
  | IdentityNumberSpec
  | IntegerSpec
  | LongTextSpec
  | MoneySpec
  | MonthSpec
  | OrganSpec
  | OrgansSpec
  | PartySpec
  | PersonSpec
  | PersonsSpec
  | PhoneSpec
  | PlaceSpec
  | QuantitySpec
  | QuarterSpec
  | RefSpec
  | RefsSpec
  | RowsSpec
  | SerialSpec
  | TextSpec
  | YesNoSpec

/** Every field type by its name in a pack. */
export const fieldTypes = {
  choice,
  choices,
  creditCode,
  date,
  dateTime,
  deadline,
  decimal,
  derived,
  documentNumber,
  files,
  identityNumber,
  integer,
  longText,
  money,
  month,
  organ,
  organs,
  party,
  person,
  persons,
  phone,
  place,
  quantity,
  quarter,
  ref,
  refs,
  rows,
  serial,
  text,
  yesNo,
} as const
