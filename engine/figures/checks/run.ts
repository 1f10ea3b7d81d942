import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose, isNear, isSlipOf } from '../relate/arithmetic.ts'
import { findRuns, type Run } from '../relate/runs.ts'
import { carriedOver } from '../words/relations.ts'
import { sumDraft, sumOf, sumSlack } from './sum-draft.ts'

/** 排查1240处，当场整改986处，限期整改264处: a run of parts without a word that says so misses its whole by a slip. */
export function runs(reading: Reading): Draft[] {
  return findRuns(reading).flatMap((run) => (isWrong(reading, run) ? [sumDraft(run.whole, run.parts)] : []))
}

function isWrong(reading: Reading, { parts, whole, isComplement }: Run): boolean {
  const sum = sumOf(parts)
  if (whole.value < 10 || parts.some((p) => p.value >= whole.value)) return false
  if (isClose(sum, whole.value, sumSlack([whole, ...parts]))) return false
  if (!(isComplement ? isNear(sum, whole.value) : isSlip(sum, whole))) return false
  const from = Math.min(whole.from, parts[0]!.from)
  const span = reading.text.slice(Math.max(0, from - 12), Math.max(whole.to, parts.at(-1)!.to) + 12)
  return (
    !carriedOver.some((w) => span.includes(w)) &&
    !/等|部分|重复|交叉/.test(span) &&
    !isExplained(reading, whole, parts)
  )
}

/** In numbers of two digits only an exchange or one too many counts: two kinds of three may be all that is told. */
const isSlip = (sum: number, whole: Figure) =>
  [1, 10, 100, 1000, whole.meaning.total === '' ? 1 : 2].includes(Math.abs(sum - whole.value)) ||
  (Math.min(sum, whole.value) >= 100 && isSlipOf(sum, whole.value))

/** Another number of the paragraph is the sum, or another run of them makes the whole. */
function isExplained(reading: Reading, whole: Figure, parts: readonly Figure[]): boolean {
  const first = Math.min(whole.index, parts[0]!.index)
  const near = reading.figures
    .slice(Math.max(0, first - 24), parts.at(-1)!.index + 12)
    .filter((f) => f.paragraph === whole.paragraph && f.unit === whole.unit)
  if (near.some((f) => f !== whole && isClose(f.value, sumOf(parts)))) return true
  return near.some((_, from) =>
    near.some((_, to) => {
      const list = near.slice(from, to + 1)
      return list.length >= 2 && !list.includes(whole) && isClose(sumOf(list), whole.value)
    }),
  )
}
