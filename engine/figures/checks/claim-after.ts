import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { isClose, show } from '../relate/arithmetic.ts'
import { indexAt } from '../relate/at.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'
import { isFuture } from './none.ts'

const claim =
  /(?:100[%％]|百分之百|全部|均已|都已|悉数|全数|均|都)(?:已)?(?:完成|整改|上报|报送|提交|签订|安装|建成|到位|落实|参加|通过|办结|检查|建立)/g

/** 31家企业100%完成自查，已交自查表29家，剩2家: what follows at once takes the claim back. */
export function checkClaimAfter(reading: Reading): Draft[] {
  return [...reading.text.matchAll(claim)].flatMap((found) => {
    const end = found.index + found[0].length
    const next = indexAt(reading, end)
    const [whole, done, open] = [reading.figures[next - 1], reading.figures[next], reading.figures[next + 1]]
    // 100% is itself a figure before the claim's verb.
    const first = whole?.unit === '%' ? reading.figures[next - 2] : whole
    if (!first || !done || !open || found.index - first.to > 16 || done.from - end > 24) return []
    if (/[，。；]/.test(reading.text.slice(first.to, found.index))) return []
    if (![first, done, open].every((f) => isCount(f) && isExact(f) && !f.cell)) return []
    if (
      open.sentence !== first.sentence ||
      !open.meaning.open ||
      /其中/.test(reading.text.slice(end, open.from))
    )
      return []
    if (!sameUnit(done.unit, open.unit) || !(sameUnit(first.unit, open.unit) || done.unit === '份')) return []
    if (!isClose(done.value + open.value, first.value) || open.value === 0) return []
    const clause = reading.text.slice(first.from - 12, found.index).replace(/^.*[，。；]/s, '')
    if (isFuture(clause)) return []
    return [
      {
        kind: 'claim' as const,
        from: found.index,
        to: end,
        right: null,
        zh: `“${found[0]}”与其后不符：${show(first)}－${show(done)}＝${show(open)}未完成`,
        en: `“${found[0]}”: ${show(first)} − ${show(done)} = ${show(open)} are open`,
      },
    ]
  })
}
