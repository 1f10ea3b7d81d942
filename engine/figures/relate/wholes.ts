import type { Figure, Reading } from '../read/figure.ts'
import { flows } from '../words/flows.ts'
import { fits, isCount, isExact, turnsBetween } from './same.ts'

/** The figure that this one is a part of, by the flows of reporting and by nearness. */
export function wholeOf(reading: Reading, part: Figure, near: readonly Figure[]): Figure | undefined {
  const candidates = near.filter((f) => f !== part && canBeWhole(reading, f, part))
  const flowing = candidates.filter((f) => flowsInto(f, part))
  const bare = candidates.filter((f) => isBareStock(f) && !isSibling(reading, f, part))
  const announced = bare.find((f) => isAnnounced(f, part))
  if (announced && !flowing.some((f) => f.sentence === part.sentence)) return announced
  const before = (list: readonly Figure[]) => list.filter((f) => f.from < part.from)
  const large = (list: readonly Figure[]) => list.filter((f) => f.value >= part.value)
  const after = (list: readonly Figure[]) => large(list).find((f) => f.from > part.from)
  return (
    large(before(flowing)).at(-1) ??
    after(flowing) ??
    (before(flowing).length > 0 ? large(before(bare)).at(-1) : undefined) ??
    before(flowing).at(-1) ??
    large(before(bare)).at(-1) ??
    before(bare).at(-1) ??
    after(bare)
  )
}

/** 逐项挂牌，共83项，已整改78项: the total right before its part is its whole, whatever stands in other sentences. */
const isAnnounced = (whole: Figure, part: Figure) =>
  whole.index === part.index - 1 &&
  whole.sentence === part.sentence &&
  whole.meaning.total !== '' &&
  whole.value >= part.value

/** 良好42家、合格20家 stand side by side: neither is the other's whole. */
const isSibling = (reading: Reading, a: Figure, b: Figure) =>
  a.clause === b.clause &&
  a.sentence === b.sentence &&
  !a.cell &&
  /、/.test(reading.text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)))

function canBeWhole(reading: Reading, whole: Figure, part: Figure): boolean {
  if (!isExact(whole) || !isCount(whole) || !fits(whole, part) || whole.meaning.open || whole.meaning.past)
    return false
  if (whole.bracket !== part.bracket && whole.bracket > 0) return false
  if (
    whole.sentence !== part.sentence &&
    whole.unit !== part.unit &&
    isEvent(whole.unit) !== isEvent(part.unit)
  )
    return false
  if (!isSameThing(whole, part) && !/中$/.test(whole.tail)) return false
  return !turnsBetween(reading, whole, part)
}

/** 起 counts what happened, 处 and 个 what is there: over a full stop they are not the same count. */
const isEvent = (unit: string) => unit === '起' || unit === '例' || unit === '宗'

const isSameThing = (whole: Figure, part: Figure) => {
  if (part.meaning.noun === '') return true
  const [a, b] = [whole.meaning.object, part.meaning.object]
  return a === '' || b === '' || a.includes(b) || b.includes(a) || sharedTail(a, b) >= 2
}

function sharedTail(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

export function flowsInto(whole: Figure, part: Figure, isStrict = false): boolean {
  return flows.some(
    (flow) =>
      !(isStrict && flow.mayExceed) &&
      flow.whole.some(
        (w) => whole.meaning.steps.includes(w) || (/^应|计划|目标|任务/.test(w) && whole.head.includes(w)),
      ) &&
      flow.part.some(
        (p) =>
          part.meaning.steps.includes(p) || (p === '已' && part.head.includes('已')) || part.head.includes(p),
      ) &&
      !flow.part.every((p) => whole.meaning.steps.includes(p)),
  )
}

/** 12个市场已取缔10个: the whole has no step of its own. */
export const isBareStock = (figure: Figure): boolean =>
  figure.meaning.steps.length === 0 ||
  figure.meaning.steps.every((s) => ['纳入', '建档', '共有', '现有', '存在'].includes(s))
