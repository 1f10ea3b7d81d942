import type { Draft } from '../finding.ts'
import type { Figure, Reading, Table } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { isFuture } from './none.ts'

const claim =
  /(?:隐患|问题)[^，。；\n]{0,6}?(?:全部|均已|都已|全都|悉数|都)(?:已)?(?:整改|改好|改完|完成|销号|清零|办结)[^，。；\n]{0,4}|(?:隐患|问题)清零/g

/** 隐患全部整改到位 under a table in which 已改 falls short of 隐患. */
export function checkClaimTable(reading: Reading): Draft[] {
  const short = reading.tables.slice(0, 8).flatMap(shortRows)
  if (short.length === 0) return []
  return [...reading.text.matchAll(claim)].flatMap((found) => {
    if (reading.tables.some((t) => found.index >= t.from && found.index < t.to)) return []
    const lead = reading.text.slice(Math.max(0, found.index - 30), found.index).replace(/^.*[。；\n]/s, '')
    if (isFuture(lead + found[0]) || /其余|其他|除|后/.test(lead)) return []
    const named = reading.tables
      .flatMap((t) => t.rows.map((r) => r.label))
      .filter((l) => l.length > 1 && lead.includes(l))
    const row = short.find(({ label }) => named.length === 0 || named.includes(label))
    return row ? [draft(found.index, found[0], row)] : []
  })
}

interface Short {
  label: string
  found: Figure
  fixed: Figure
}

function shortRows(table: Table): Short[] {
  const plain = (head: string) => head.replace(/[（(].*$/, '')
  const found = table.heads.findIndex(
    (h, i) => i > 0 && /(?:隐患|问题)数?$/.test(plain(h)) && !/改|率|未|重大/.test(h),
  )
  const fixed = table.heads.findIndex(
    (h, i) => i > 0 && /已?(?:整改|改|销号|办结|完成)数?$/.test(plain(h)) && !/率|未|限期/.test(h),
  )
  if (found < 0 || fixed < 0) return []
  return table.rows.flatMap(({ label, figures }) => {
    const [a, b] = [figures[found], figures[fixed]]
    return a && b && b.value < a.value && !/[合总小共]\s*计/.test(label)
      ? [{ label, found: a, fixed: b }]
      : []
  })
}

function draft(from: number, words: string, { label, found, fixed }: Short): Draft {
  return {
    kind: 'claim',
    from,
    to: from + words.length,
    right: null,
    zh: `“${words}”与表中“${label}”不符：${show(found)}中只改了${show(fixed)}`,
    en: `“${words}”: the row ${label} has ${show(fixed)} of ${show(found)}`,
  }
}
