import type { Figure, Reading } from '../read/figure.ts'
import { indexAt, lastBefore } from '../relate/at.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'

/** 全镇排查的隐患中，…658处; 本季度排查的隐患中已整改316处: a set that an earlier number counts, and a part larger than it. */
export function findSetParts(reading: Reading): { part: Figure; whole: Figure }[] {
  return [...reading.text.matchAll(mention)].flatMap((found) => {
    const [all, subject, verb, noun] = found
    const from = found.index + all.length
    const whole = countedBefore(reading, found.index, verb!, noun!)
    if (!whole || !isSameSubject(reading, subject!, whole)) return []
    return partsFrom(reading, from)
      .filter((part) => sameUnit(part.unit, whole.unit) && part.value > whole.value)
      .map((part) => ({ part, whole }))
  })
}

const mention =
  /(?<=^|[，。；：\n）])([^，。；：\n\d]{0,6}?)(排查|发现|检查|查出|摸排|受理|交办|反馈|立案|挂牌|抽查|督办)(?:出)?的([\u4e00-\u9fff]{2,8}?)中(?![心学小介队])[，,]?/g

/** 街道排查的, 本季度排查的, 上述: nobody else's. */
function isSameSubject(reading: Reading, subject: string, whole: Figure): boolean {
  const name = subject.replace(
    /^(?:在|从|对)|全[区市县镇乡]|我[区市县镇乡]|本[年月季周]度?|上述|所|今年|此次|本次|共|已/g,
    '',
  )
  if (name === '') return true
  const from = reading.sentences[whole.sentence]?.from ?? whole.from
  return reading.text.slice(from, whole.from).includes(name)
}

/** The last exact number that counts these things by this verb. */
function countedBefore(reading: Reading, at: number, verb: string, noun: string): Figure | undefined {
  return lastBefore(reading, at, 30)
    .filter(
      (f) =>
        !f.cell &&
        isCount(f) &&
        isExact(f) &&
        !f.meaning.past &&
        !f.meaning.open &&
        f.meaning.narrow.length === 0 &&
        f.meaning.steps.includes(verb) &&
        `${f.head}${f.tail}`.includes(noun.slice(-2)),
    )
    .at(-1)
}

/** The counts that follow in the sentence, up to the next semicolon. */
function partsFrom(reading: Reading, from: number): Figure[] {
  const first = reading.figures[indexAt(reading, from)]
  if (!first || first.from - from > 30) return []
  return reading.figures
    .slice(first.index, first.index + 40)
    .filter(
      (f) =>
        f.sentence === first.sentence &&
        f.from >= from &&
        f.part === first.part &&
        isCount(f) &&
        isExact(f) &&
        !f.meaning.past,
    )
}
