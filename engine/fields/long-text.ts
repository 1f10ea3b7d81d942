import type { CommonSpec, FieldType } from './field-type.ts'
import { textType } from './text.ts'

export interface LongTextSpec extends CommonSpec {
  type: 'longText'
  /** The longest text, in characters; 10,000 unless said. */
  max?: number
}

/** Text of several lines. */
export const longText: FieldType<LongTextSpec, string> = textType<LongTextSpec>(10_000, true, [
  { spec: { type: 'longText' }, values: ['一是水管漏水；\n二是棚架倾斜。'] },
])
