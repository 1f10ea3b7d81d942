import type { Draft } from '../finding.ts'
import type { Figure, Reading, Row, Table } from '../read/figure.ts'
import { isClose, isSlipOf } from '../relate/arithmetic.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'
import { conflictDraft } from './conflict-draft.ts'

const totalRow = /^(?:\*\*)?(?:[合总小共]计|总数|全[区市县镇])/

/** 合计 83 in a table and 全县共发现隐患93条 in the text: the same count told twice. */
export function checkTableText(reading: Reading): Draft[] {
  if (reading.tables.length === 0 || reading.tables.length > 12) return []
  return reading.figures.flatMap((figure) => {
    if (figure.cell || !isCount(figure) || !isExact(figure) || figure.meaning.past || figure.value < 3)
      return []
    if (figure.meaning.open || /新增|另|平均|比|较/.test(figure.head)) return []
    const cells = reading.tables.flatMap((table) => cellsFor(reading, table, figure))
    const cell = cells.length === 1 ? cells[0]! : undefined
    if (!cell || cell.value === figure.value || isElsewhere(reading, figure)) return []
    return [conflictDraft(reading, cell, figure)]
  })
}

/** Any cell, or the sum of a few rows, that holds the number: then it may be told of something else. */
const isElsewhere = (reading: Reading, figure: Figure) =>
  reading.figures.some((f) => f.cell && isClose(f.value, figure.value))

function cellsFor(reading: Reading, table: Table, figure: Figure): Figure[] {
  const row = rowFor(reading, table, figure)
  if (!row) return []
  const columns = table.heads.flatMap((head, i) => (i > 0 && namesColumn(head, figure) ? [i] : []))
  const cells = columns.flatMap((column) => row.figures[column] ?? [])
  return cells.filter((c) => isCount(c) && isUnit(c, figure) && isSlipOrClose(c.value, figure.value))
}

const isUnit = (cell: Figure, figure: Figure) =>
  cell.unit === '' || figure.unit === '' || sameUnit(cell.unit, figure.unit)

const isSlipOrClose = (a: number, b: number) => isSlipOf(a, b) || Math.abs(a - b) <= Math.max(a, b) * 0.25

/** The row whose label stands in the clause, or the total row for 全县共. */
function rowFor(reading: Reading, table: Table, figure: Figure): Row | undefined {
  const from = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 24)
  const lead = reading.text.slice(from, figure.from).replace(/^.*[；。]/s, '')
  const named = table.rows.filter((row) => row.label.length >= 2 && lead.includes(row.label))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const totals = table.rows.filter((row) => totalRow.test(row.label.replace(/\s/g, '')))
  return totals.length === 1 && !/其中/.test(lead) && /全[区市县镇]|共|合计|总计/.test(lead)
    ? totals[0]
    : undefined
}

/** 隐患条数 and 共发现隐患: the head's words stand before the number. */
function namesColumn(head: string, figure: Figure): boolean {
  const core = head.replace(/[（(].*$/, '').replace(/数量|家数|条数|处数|起数|总数|数|情况/g, '')
  if (core.length < 2 || /率|比|序号/.test(core)) return false
  return figure.head.endsWith(core) || (figure.head.includes(core) && figure.head.length - core.length <= 6)
}
