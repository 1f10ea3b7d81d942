import type { Figure, Reading } from '../read/figure.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'
import { future } from '../words/relations.ts'

/** An exact value that a rough number speaks of, or the parts that it adds up. */
export interface Told {
  rough: Figure
  exact: readonly Figure[]
}

/** 参训1467人次…近1400人次的参训规模; 1240份、620份，合计1900余份: a rough number against what the text has printed. */
export function findTold(reading: Reading): Told[] {
  return reading.figures.flatMap((rough) => {
    if (rough.cell || !isCount(rough) || (rough.rough !== 'over' && rough.rough !== 'under')) return []
    if (rough.value < 10 || rough.unit === '' || isNorm(reading, rough)) return []
    const exact = addedBefore(reading, rough) ?? namedBefore(reading, rough)
    return exact && isContradicted(rough, sum(exact)) ? [{ rough, exact }] : []
  })
}

/** 不少于600家 asks for a number, it does not tell one. */
const isNorm = (reading: Reading, rough: Figure) =>
  /(?:不[少低]于|至少|最[少多]|至多|不超过|不高于)$/.test(
    reading.text.slice(Math.max(0, rough.from - 4), rough.from),
  ) ||
  future.some((w) =>
    reading.text
      .slice(Math.max(0, rough.from - 16), rough.from)
      .replace(/^.*[，。；：]/s, '')
      .includes(w),
  )

const sum = (figures: readonly Figure[]) => figures.reduce((total, f) => total + f.value, 0)

const isContradicted = (rough: Figure, value: number) =>
  value > rough.value * 0.8 &&
  value < rough.value * 1.25 &&
  (rough.rough === 'over' ? value <= rough.value : value >= rough.value)

/** The counts of its unit right before 合计, 共. */
function addedBefore(reading: Reading, rough: Figure): Figure[] | undefined {
  if (!/合计|共|总/.test(rough.head)) return undefined
  const parts: Figure[] = []
  for (let f = reading.figures[rough.index - 1]; f && parts.length < 10; f = reading.figures[f.index - 1]) {
    if (f.sentence !== rough.sentence || f.unit !== rough.unit || !isCount(f) || !isExact(f)) break
    parts.unshift(f)
  }
  return parts.length >= 2 ? parts : undefined
}

/** The one exact value of about its size that counts the same things. */
function namedBefore(reading: Reading, rough: Figure): Figure[] | undefined {
  const lead = reading.text.slice(Math.max(0, rough.from - 6), rough.from)
  const isPointed =
    /(?:这|上述|以上|前述|该|写(?:的是|成|作|为)?|记[为作]|号?称|[叫即])“?(?:近|超过?|逾|不足|将近)?$/.test(
      lead,
    )
  const like = reading.figures
    .slice(Math.max(0, rough.index - 40), rough.index)
    .filter(
      (f) =>
        !f.cell &&
        isCount(f) &&
        isExact(f) &&
        !f.meaning.past &&
        sameUnit(f.unit, rough.unit) &&
        f.value > rough.value * 0.8 &&
        f.value < rough.value * 1.25,
    )
  if (like.some((f) => !isContradicted(rough, f.value))) return undefined
  const verb = /([\u4e00-\u9fff]{2})(?:过|出|到)?的(?:近|超过?|逾|不足)?$/.exec(lead)?.[1]
  const done = like.filter(
    (f) =>
      f.paragraph === rough.paragraph &&
      ((verb !== undefined && isSameDoing(f, verb)) ||
        (/吸引/.test(rough.head) && attendance.test(`${f.head}${f.tail}`))),
  )
  if (done.length > 0) return done.slice(-1)
  const own = like.filter(
    (f) => (isPointed && f.paragraph === rough.paragraph) || sharesName(reading, f, rough),
  )
  return own.length === 1 ? own : undefined
}

/** 共培训182人，参训的200余人: what was done to the one is said of the other. */
const isSameDoing = (f: Figure, verb: string) =>
  f.meaning.steps.includes(verb) || doings.some((set) => set.test(verb) && set.test(`${f.head}${f.tail}`))

const attendance = /参[训加会与]|到会|出席|入场|到场|签到|观众/

const doings = [
  /参[训加会与]|培训|到会|出席|入场|到场|签到/,
  /检查|排查|走访|巡查|抽查|暗访/,
  /发放|印发|派发|张贴/,
  /收缴|没收|查扣|查获|扣押/,
  /疏散|转移|撤离|安置/,
]

/** Two characters in common right beside both numbers. */
function sharesName(reading: Reading, a: Figure, b: Figure): boolean {
  const [x, y] = [beside(reading, a), beside(reading, b)]
  for (let i = 0; i + 2 <= y.length; i++) {
    const pair = y.slice(i, i + 2)
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !common.test(pair) && x.includes(pair)) return true
  }
  return false
}

const common = /全[区市县镇]|[我本][区市县镇]|目前|累计|共有?|各类|其中|今年|以来|截至|[已均各的了有共]/

const beside = (reading: Reading, f: Figure) => {
  const after = reading.text.slice(f.to, f.to + 8).split(/[，。；：（(\n\d]/)[0]!
  return `${f.head.slice(-6)}|${after}`
}
