import type { Figure, Reading } from '../read/figure.ts'
import { complements, flows } from '../words/flows.ts'
import { isCount, isExact, sameUnit } from './same.ts'

export interface Sharing {
  wholes: readonly Figure[]
  parts: readonly Figure[]
  /** Every way to read the parts; if one makes a whole, nothing is said. */
  readings: readonly (readonly Figure[])[]
  /** The text says or the labels show that nothing is left out. */
  isComplete: boolean
  hasMore: boolean
}

interface Mark {
  at: number
  to: number
  word: string
}

const opener =
  /其中包括|其中|包括|分别是|分别为|(?<!\d)分为|含有|具体为|具体是|按[^，。；：\d]{1,8}(?:分|划分|来?看)[，,：:]?|从[^，。；：\d]{1,8}来?看[，,：:]?|：|:|——|（|\(/g
const doneWords = new Set(
  flows
    .filter((flow) => ['found-fixed', 'opened-closed', 'done-on-time', 'fined-paid'].includes(flow.id))
    .flatMap((flow) => flow.part),
)

/** Step three for sums: a whole, then 其中 or a colon, then its parts. */
export function findSharings(reading: Reading): Sharing[] {
  const found: Sharing[] = []
  for (const [index, sentence] of reading.sentences.entries()) {
    if (sentence.paragraph < 0 || sentence.figures.length < 2 || sentence.figures.length > 120) continue
    const text = reading.text.slice(sentence.from, sentence.to)
    const marks = [...text.matchAll(opener)].map((m) => ({
      at: sentence.from + m.index,
      to: sentence.from + m.index + m[0].length,
      word: m[0],
    }))
    for (const [n, mark] of marks.slice(0, 12).entries()) {
      const end = endOf(text, marks.slice(n), sentence)
      for (const unit of unitsAfter(sentence.figures, mark.to, end)) {
        const sharing = sharingAt(reading, index, mark, end, unit)
        if (sharing) found.push(sharing)
      }
    }
  }
  return found
}

/** 第八组负责两个县，其他各组分别负责1个: what each is given is no share of how many there are. */
const assigned = /负责|包保|包联|联系|对口|分管|^其[他余]各/

/** A bracket ends where it closes; other lists go on past the brackets in them, to the next mark. */
function endOf(
  text: string,
  [mark, ...later]: readonly Mark[],
  sentence: { from: number; to: number },
): number {
  if (/[（(]/.test(mark!.word)) {
    const close = text.slice(mark!.to - sentence.from).search(/[）)]/)
    return close < 0 ? sentence.to : mark!.to + close
  }
  return later.find((m) => !/[（(]/.test(m.word))?.at ?? sentence.to
}

const unitsAfter = (figures: readonly Figure[], from: number, to: number) =>
  [
    ...new Set(
      figures.filter((f) => f.from >= from && f.from < to && isCount(f) && f.unit !== '').map((f) => f.unit),
    ),
  ].slice(0, 3)

function sharingAt(
  reading: Reading,
  index: number,
  mark: Mark,
  end: number,
  unit: string,
): Sharing | undefined {
  const sentence = reading.sentences[index]!
  const bracket = sentence.figures.find((f) => f.from >= mark.to)?.bracket ?? 0
  const after = sentence.figures.filter(
    (f) => f.from >= mark.to && f.from < end && isCount(f) && f.bracket === bracket && !isSetOff(reading, f),
  )
  const first = after.find((f) => f.unit === unit)
  if (!first) return undefined
  const all = after.filter(
    (f) =>
      sameUnit(f.unit, first.unit) &&
      !f.meaning.past &&
      !/平均|均$|每[个家名]|[增减升降少多][了加少]?$/.test(f.head),
  )
  const wholes = wholesBefore(reading, index, mark, first)
  const lead = reading.text.slice(mark.to, first.from)
  if (all.length < 2 || wholes.length === 0 || all.some((f) => !isExact(f)) || /每/.test(lead))
    return undefined
  if (all.some((f) => assigned.test(f.head))) return undefined
  const exact = all.filter((f) => f.unit === first.unit)
  if (exact.length < 2 && exact.length < all.length - 1) return undefined
  const own = (exact.length >= 2 ? exact : all).filter((f) => f.part === first.part)
  if (own.length === 1 && all.every((f) => f === own[0] || f.meaning.open)) return undefined
  const listed = own.length >= 2 ? own : all
  const still = listed.filter(
    (f) =>
      isOfOneKind(listed) ||
      f.meaning.open ||
      f.meaning.ordered ||
      !f.meaning.steps.some((s) => doneWords.has(s)),
  )
  if (still.length === 1 && !isComplement(listed)) return undefined
  const parts = still.length >= 2 ? still : listed
  const tail = reading.text.slice(parts.at(-1)!.to, Math.min(sentence.to, parts.at(-1)!.to + 60))
  return {
    wholes,
    parts,
    hasMore: /^[^，。；]{0,10}等|部分|个别|少数|有的|同时存在|重复|交叉/.test(tail),
    readings: [all, exact, listed, still, parts, after].flatMap((list) => prefixes(list)),
    isComplete:
      mark.word !== '其中' && mark.word !== '包括' && mark.word !== '其中包括'
        ? /^[分具按从]/.test(mark.word)
        : isComplement(parts) || (parts.length === all.length && isWithRest(parts)),
  }
}

/** 综合演练、专项演练、现场处置演练: labels that end alike are kinds, whatever verb is in them. */
const isOfOneKind = (list: readonly Figure[]) =>
  list.length > 2 &&
  list[0]!.head.length > 2 &&
  list.every((f) => f.head.slice(-2) === list[0]!.head.slice(-2))

/** 5起事故中，物体打击2起: a number that is taken up again is no part beside its parts. */
const isSetOff = (reading: Reading, f: Figure) =>
  /^[^，。；、\d]{0,8}中(?:[，,有]|$)/.test(reading.text.slice(f.to, f.to + 10))

const prefixes = (list: readonly Figure[]) =>
  list
    .map((_, i) => list.slice(0, i + 1))
    .filter((l, i) => l.length >= 2 && (i === list.length - 1 || list[i]!.clause !== list[i + 1]!.clause))

/** What the mark may share out: figures of the unit just before it, or, at a sentence's start, in the sentence before. */
function wholesBefore(reading: Reading, index: number, mark: Mark, first: Figure): Figure[] {
  const sentence = reading.sentences[index]!
  const isWhole = (f: Figure) =>
    f.from < mark.at && isCount(f) && isExact(f) && sameUnit(f.unit, first.unit) && !f.meaning.past
  const own = sentence.figures.filter(isWhole)
  if (own.length > 0) return own.slice(-3).reverse()
  const before = reading.sentences[index - 1]
  if (!before || before.paragraph !== sentence.paragraph || mark.at - sentence.from > 6) return []
  if (/^[：:（(]$/.test(mark.word)) return []
  return before.figures.filter((f) => isWhole(f) && f.unit === first.unit)
}

export function isComplement(parts: readonly Figure[]): boolean {
  const labels = parts.map((f) => `${f.head}${f.tail}`)
  return complements.some(
    (set) =>
      set.length === parts.length &&
      [labels, [...labels].reverse()].some((row) => set.every((word, i) => row[i]!.includes(word))) &&
      labels[0] !== labels[1],
  )
}

/** 青石镇12人，另外13个乡镇78人: who the rest are is said, and nothing has been done with them. */
const isWithRest = (parts: readonly Figure[]) =>
  /^(?:其余|其他|其它|余下|另外|另有)/.test(parts.at(-1)!.head) &&
  parts.every((f) => f.part === parts[0]!.part && f.meaning.steps.length === 0)

/** Steps that in a list of parts only grade them. */
const grading = new Set(['存在', '合格', '不合格', '达标', '通过', '优良', '取得'])

/** Labels of one build (A镇…, B镇… or 一级…, 二级…): they share their last character or have none. */
export function isParallel(parts: readonly Figure[]): boolean {
  if (isComplement(parts) || isOfOneKind(parts)) return true
  const steps = new Set(parts.map((f) => f.meaning.steps.filter((s) => !grading.has(s)).join('')))
  return steps.size <= 1 || (steps.size === 2 && steps.has(''))
}
