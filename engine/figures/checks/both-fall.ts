import type { Draft } from '../finding.ts'
import type { Reading, Sentence } from '../read/figure.ts'
import { isCount } from '../relate/same.ts'
import { clauseAt, isFuture } from './none.ts'

/** 事故起数、死亡人数“双下降”, and one of them stands level or rises. */
export function bothFall(reading: Reading, sentence: Sentence, index: number): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  const found = /[“"]?双(?:下降|降)[”"]?/.exec(text)
  if (!found) return []
  const before = reading.sentences[index - 1]
  const from = before?.paragraph === sentence.paragraph ? before.from : sentence.from
  const near = reading.text.slice(from, sentence.to)
  const against =
    /(?:起数|死亡(?:人数)?|人数)[^，。；]{0,14}(?:持平|上升|增加|增长)/.exec(near) ??
    sameAsBefore(reading, sentence, from)
  // 起数减少、死亡人数减少、受伤人数增加: two have fallen.
  const fallen = near.match(/(?:起数|死亡(?:人数)?|人数)[^，。；]{0,14}(?:减少|下降|降低)/g) ?? []
  if (!against || fallen.length > 1 || isFuture(clauseAt(text, found.index))) return []
  const at = sentence.from + found.index
  return [
    {
      kind: 'claim',
      from: at,
      to: at + found[0].length,
      right: null,
      zh: `“${found[0]}”与文中“${against[0]}”不符`,
      en: `“${found[0]}” against “${against[0]}”`,
    },
  ]
}

/** 事故5起、死亡3人，去年同期为6起、3人: the number of a past list is the number of now. */
function sameAsBefore(reading: Reading, sentence: Sentence, from: number): readonly string[] | undefined {
  const own = sentence.figures.filter((f) => f.from >= from && isCount(f))
  const past = own.findIndex((f) => f.meaning.past)
  const bases = past < 0 ? [] : own.slice(past, past + 2)
  const same = bases.find((b) =>
    own.slice(0, past).some((f) => f.unit === b.unit && f.value <= b.value && f.value === b.value),
  )
  return same && [reading.text.slice(same.from, same.to)]
}
