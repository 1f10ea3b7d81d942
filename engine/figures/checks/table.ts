import type { Draft } from '../finding.ts'
import type { Figure, Reading, Table } from '../read/figure.ts'
import { isClose } from '../relate/arithmetic.ts'
import { isRate } from '../relate/same.ts'
import { sumDraft, sumOf, sumSlack } from './sum-draft.ts'

const totalRow = /^(?:\*\*)?(?:合\s*计|总\s*计|小\s*计|共\s*计|全区合计|全市合计|总\s*数|全区|全市)/

/** Total rows and total columns of tables. */
export function checkTables(reading: Reading): Draft[] {
  return reading.tables.flatMap((table) => [...columnTotals(table), ...rowTotals(table)])
}

function columnTotals(table: Table): Draft[] {
  const drafts: Draft[] = []
  const totals = table.rows.flatMap((row, i) =>
    totalRow.test(row.label.replace(/\s/g, '')) || row.cells.slice(1, 2).some((c) => totalRow.test(c.text))
      ? [i]
      : [],
  )
  for (const [n, index] of totals.entries()) {
    for (const [column, total] of [...table.rows[index]!.figures].entries()) {
      if (!total || isRate(total) || /序号|率|比|排名|名次|平均/.test(table.heads[column] ?? '')) continue
      const isFirst = index === 0
      const block = isFirst
        ? table.rows.slice(1, totals[1] ?? undefined)
        : table.rows.slice((totals[n - 1] ?? -1) + 1, index)
      const parts = block.map((row) => row.figures[column]).filter((f): f is Figure => f !== undefined)
      const everything = table.rows
        .slice(0, index)
        .filter((_, i) => !totals.includes(i))
        .map((row) => row.figures[column])
        .filter((f): f is Figure => f !== undefined)
      if (parts.length < 2 || parts.length < block.length * 0.5 || parts.some((p) => isRate(p))) continue
      if (
        [parts, everything].some((list) =>
          isClose(sumOf(list), total.value, sumSlack([total, ...list]) * 0.99),
        )
      )
        continue
      if (
        totals.slice(0, n).length > 1 &&
        isClose(
          sumOf(
            totals
              .slice(0, n)
              .map((t) => table.rows[t]!.figures[column]!)
              .filter(Boolean),
          ),
          total.value,
        )
      )
        continue
      if (isVisitUnit(total, table.heads[column] ?? '')) continue
      drafts.push(sumDraft(total, parts.length <= 12 ? parts : parts))
    }
  }
  return drafts
}

/** Places in 家 may be counted in several rows and once in the total: only a total above its parts is wrong. */
const isVisitUnit = (_total: Figure, head: string) => /去重|不重复/.test(head)

/** A column 合计 or 小计 and the columns to one side of it. */
function rowTotals(table: Table): Draft[] {
  const at = table.heads.findIndex(
    (head, i) => i > 0 && /^(?:合计|总计|小计|共计|总数)$/.test(head.replace(/[（(].*$/, '')),
  )
  if (at < 0) return []
  const drafts: Draft[] = []
  for (const row of table.rows) {
    const total = row.figures[at]
    if (!total) continue
    const sides = [row.figures.slice(1, at), row.figures.slice(at + 1)].map((side) =>
      side.filter((f): f is Figure => f !== undefined && !isRate(f)),
    )
    const [left, right] = [sides[0]!, sides[1]!]
    const parts = left.length >= 2 ? left : right
    const heads = parts.map((p) => table.heads[p.cell!.column] ?? '')
    if (
      parts.length < 2 ||
      heads.some((head) => head === '' || /序号|率|比|排名/.test(head)) ||
      new Set(parts.map((p) => p.unit)).size > 1
    )
      continue
    if (sides.some((side) => isClose(sumOf(side), total.value, sumSlack([total, ...side]) * 0.99))) continue
    if (heads.some((head) => /整改|完成|其中/.test(head))) continue
    drafts.push(sumDraft(total, parts))
  }
  return drafts
}
