// Made from the files of this folder by `npm run make:fields`; nobody edits it.
import type { FieldTypeName } from '@anzhi/engine/fields'
import { choice } from './choice.tsx'
import { choices } from './choices.tsx'
import { creditCode } from './credit-code.tsx'
import { date } from './date.tsx'
import { dateTime } from './date-time.tsx'
import { deadline } from './deadline.tsx'
import { decimal } from './decimal.tsx'
import { derived } from './derived.tsx'
import { documentNumber } from './document-number.tsx'
import type { FieldControl, SpecOf } from './field-control.ts'
import { files } from './files.tsx'
import { identityNumber } from './identity-number.tsx'
import { integer } from './integer.tsx'
import { longText } from './long-text.tsx'
import { money } from './money.tsx'
import { month } from './month.tsx'
import { organ } from './organ.tsx'
import { organs } from './organs.tsx'
import { party } from './party.tsx'
import { person } from './person.tsx'
import { persons } from './persons.tsx'
import { phone } from './phone.tsx'
import { place } from './place.tsx'
import { quantity } from './quantity.tsx'
import { quarter } from './quarter.tsx'
import { ref } from './ref.tsx'
import { refs } from './refs.tsx'
import { rows } from './rows.tsx'
import { serial } from './serial.tsx'
import { text } from './text.tsx'
import { yesNo } from './yes-no.tsx'

/** How every field type is seen and filled in, by its name in a pack. */
export const fieldControls: { [Type in FieldTypeName]: FieldControl<SpecOf<Type>, never> } = {
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
}
