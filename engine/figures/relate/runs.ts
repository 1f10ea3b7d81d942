import type { Figure, Reading } from '../read/figure.ts'
import { isComplement } from './parts.ts'
import { isCount, isExact } from './same.ts'

/** Labels of one build side by side (A镇12处、B镇30处), and the number right before or after them. */
export interface Run {
  parts: readonly Figure[]
  whole: Figure
  /** 当场, 限期: nothing is left out. */
  isComplement: boolean
}

/** Every run of two or more parallel counts with a number of their unit at its side. */
export function findRuns(reading: Reading): Run[] {
  return reading.sentences.flatMap(({ paragraph, figures }) =>
    paragraph < 0 || figures.length < 3 || figures.length > 120
      ? []
      : splitRuns(reading, figures).flatMap((parts) => runsOf(reading, figures, parts)),
  )
}

function splitRuns(reading: Reading, figures: readonly Figure[]): Figure[][] {
  const runs: Figure[][] = []
  for (const figure of figures) {
    const run = runs.at(-1)
    if (run && isNext(reading, run, figure)) run.push(figure)
    else runs.push([figure])
  }
  return runs.filter((run) => run.length >= 2 && run.every((f) => isCount(f) && isExact(f)))
}

/** The next member stands right after the last, has its unit, and a label of the same build. */
function isNext(reading: Reading, run: readonly Figure[], figure: Figure): boolean {
  const last = run.at(-1)!
  if (last.unit !== figure.unit || last.bracket !== figure.bracket || figure.meaning.total !== '')
    return false
  if (figure.meaning.past || last.meaning.past || last.part !== figure.part) return false
  const between = reading.text.slice(last.to, figure.from)
  const [a, b] = [labelOf(last), labelOf(figure)]
  if (figure.joined && figure.head === '' && /分别/.test(run[0]!.head)) return true
  if (a === b || a === '' || b === '') return false
  if (/其中|比|较(?!大)|率|同期|占|[由从].*[到至]|增|减|升|降/.test(`${last.head}${between}`)) return false
  if (isComplement([last, figure])) return true
  const isListed = /^[^，。；\d]{0,8}(?:、|和|及|以及|与)[^，。；、\d]{1,14}$/.test(between)
  return (isListed && last.meaning.open === figure.meaning.open) || isAlike(a, b)
}

const labelOf = (figure: Figure) => `${figure.head}${figure.tail}`.replace(/[^\u4e00-\u9fff]/g, '')

const classNames = '类镇乡村组级区街县局队'

/** 简易程序案件, 普通程序案件; 用于设备, 用于宣传: two characters in common at one end, or the name of a class. */
const isAlike = (a: string, b: string) =>
  a.length >= 2 &&
  b.length >= 2 &&
  (a.slice(-2) === b.slice(-2) ||
    a.slice(0, 2) === b.slice(0, 2) ||
    (a.at(-1) === b.at(-1) && classNames.includes(a.at(-1)!)))

function runsOf(reading: Reading, figures: readonly Figure[], run: readonly Figure[]): Run[] {
  const at = figures.indexOf(run[0]!)
  const before = figures
    .slice(Math.max(0, at - 2), at)
    .filter((f) => isWhole(f, run[0]!))
    .at(-1)
  const after = figures[at + run.length]
  const found: Run[] = []
  const open = { isComplement: isComplement(run) }
  if (before && !isListHead(reading, [before, run[0]!])) found.push({ parts: run, whole: before, ...open })
  else if (
    run.length > 2 &&
    isWhole(run[0]!, run[1]!) &&
    !isListHead(reading, run) &&
    !isAlike(labelOf(run[0]!), labelOf(run[1]!))
  )
    found.push({ parts: run.slice(1), whole: run[0]!, isComplement: isComplement(run.slice(1)) })
  if (after && isWhole(after, run[0]!) && after.part === run[0]!.part && isTotalOf(reading, run, after))
    found.push({ parts: run, whole: after, ...open })
  return found
}

const isWhole = (whole: Figure, part: Figure) =>
  isCount(whole) &&
  isExact(whole) &&
  !whole.meaning.past &&
  !whole.meaning.open &&
  whole.unit === part.unit &&
  whole.bracket <= part.bracket

/** The first two stand in one list: the first is no whole of the second. */
const isListHead = (reading: Reading, run: readonly Figure[]) =>
  /^[^，。；\d]{0,8}、/.test(reading.text.slice(run[0]!.to, run[1]!.from))

/** 组成16人的检查组, 全天共检查13家, 前三季度累计检查1417家. */
const isTotalOf = (reading: Reading, run: readonly Figure[], total: Figure) =>
  /^[^。；\d]{0,10}(?:组成|合计|共|总|累计|全[天年])[^。；\d]{0,10}$/.test(
    reading.text.slice(run.at(-1)!.to, total.from),
  )
