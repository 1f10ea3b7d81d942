import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { lastBefore } from '../relate/at.ts'
import { isCount, isExact } from '../relate/same.ts'

const share =
  /占[^，。；：]{0,24}?(超过?|逾|近|接近|将近|不足|不到)?(一半|半数|[一二三四五六七八九]成半?|[二三四五六七八九]分之[一二三四五六七八])(以上|多|强|以下)?/g

const digits = '零一二三四五六七八九'

/** 合计312.1万元，占全市六成以上: a share in words against the part and the whole that are printed before it. */
export function checkShares(reading: Reading): Draft[] {
  return [...reading.text.matchAll(share)].flatMap((found) => {
    const [all, lead, word, tail] = found
    const said = shareOf(word!)
    const isOver = /以上|多|强/.test(tail ?? '') || /超|逾/.test(lead ?? '')
    const isUnder = /近|不足|不到/.test(lead ?? '') || tail === '以下'
    if (isOver === isUnder) return []
    const pairs = pairsBefore(reading, found.index, found.index + all.length)
    if (pairs.length === 0) return []
    const fits = (part: number, whole: number) =>
      isOver ? part / whole >= said - 1e-9 : part / whole <= said + 1e-9
    if (pairs.some(([part, whole]) => fits(part.value, whole.value))) return []
    const [part, whole] = pairs[0]!
    const from = found.index + all.indexOf(lead ?? word!, 1)
    return [draft(reading, from, found.index + all.length, part, whole)]
  })
}

function shareOf(word: string): number {
  if (/半/.test(word) && word.length === 2 && word !== '成半') return 0.5
  const parts = /^([二三四五六七八九])分之([一二三四五六七八])$/.exec(word)
  if (parts) return digits.indexOf(parts[2]!) / digits.indexOf(parts[1]!)
  return digits.indexOf(word[0]!) / 10 + (word.endsWith('半') ? 0.05 : 0)
}

/** The last count of the sentence and every larger one of its unit in its sentence and the one before. */
function pairsBefore(reading: Reading, at: number, end: number): (readonly [Figure, Figure])[] {
  const inside = lastBefore(reading, end, 4).find(
    (f) => f.from > at && f.to < end && isCount(f) && isExact(f),
  )
  const before = lastBefore(reading, at, 12).filter((f) => f.to <= at && at - f.to < 200)
  const part = before.at(-1)
  if (!part || part.cell || !isCount(part) || !isExact(part) || at - part.to > 12) return []
  if (/[。；]/.test(reading.text.slice(part.to, at))) return []
  if (inside) return inside.unit === part.unit && inside.value > part.value ? [[part, inside]] : []
  return before
    .filter(
      (f) =>
        f !== part &&
        f.paragraph === part.paragraph &&
        part.sentence - f.sentence <= 1 &&
        f.unit === part.unit &&
        isCount(f) &&
        isExact(f) &&
        !f.meaning.past &&
        f.value > part.value,
    )
    .map((whole) => [part, whole] as const)
}

function draft(reading: Reading, from: number, to: number, part: Figure, whole: Figure): Draft {
  const rate = `${show(part)}÷${show(whole)}＝${((part.value / whole.value) * 100).toFixed(1)}%`
  return {
    kind: 'approx',
    from,
    to,
    right: `${((part.value / whole.value) * 100).toFixed(1)}%`,
    zh: `${rate}，与“${reading.text.slice(from, to)}”不符`,
    en: `${rate}, against “${reading.text.slice(from, to)}”`,
  }
}
