import { addDays, addMonths, type Day, type Period } from '../calendar/index.ts'
import type { Asked } from '../indicator/index.ts'
import { type Form, type FormLeaf, type Language, type Pack, wordOf } from '../pack/index.ts'
import { treeOfForm } from './form-tree.ts'

/** A row of a form: its name and the days it speaks of; null when they have not come yet. */
export interface FormRow {
  id: string
  name: string
  asked: Asked | null
}

/** What a cell reads: a figure over days, of one organ on an axis, or of the records with one option. */
export interface CellRead extends Asked {
  indicator: string
  option?: { field: string; id: string }
}

/** What the rows of a form are made of. */
export interface FormAsked extends Asked {
  language: Language
  /** For rows along an axis: the records of its tree right below the node that is asked for, in their order. */
  below: readonly { id: string; name: string }[]
}

/** The rows of a form, without that of the totals. */
export function formRows(pack: Pack, form: Form, asked: FormAsked): FormRow[] {
  const { rows } = form
  const { period, asOf, node, language } = asked
  const word = (key: string) => wordOf(pack, language, key)
  const own = { period, asOf, ...(node === undefined ? {} : { node }) }
  if (rows.kind === 'axis') {
    const tree = treeOfForm(pack, form)
    // Of a record that was moved each row has the days on which it stood there.
    const nodeOf = (id: string) => ({ tree, id, below: node?.id ?? null })
    return asked.below.map(({ id, name }) => ({ id, name, asked: { ...own, node: nodeOf(id) } }))
  }
  if (rows.kind === 'options') {
    const ids = pack.options[rows.options]!
    return ids.map((id) => ({ id, name: word(`option.${rows.options}.${id}`), asked: own }))
  }
  if (rows.kind === 'fixed')
    return rows.rows.map(({ id }) => ({ id, name: word(`form.${form.id}.row.${id}`), asked: own }))
  return monthsOf(rows.months, period).map((month) => ({
    ...{ id: month, name: word('form.month').replace('{month}', String(Number(month.slice(5)))) },
    asked: monthAsked(month, own),
  }))
}

/** `2022-01`, … of the year in which the period ends, or of the period. */
function monthsOf(months: 'year' | 'period', { from, to }: Period): string[] {
  const year = to.slice(0, 4)
  const first = months === 'year' ? `${year}-01` : from.slice(0, 7)
  const last = months === 'year' ? `${year}-12` : to.slice(0, 7)
  const listed: string[] = []
  for (let month = first; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7)) listed.push(month)
  return listed
}

/** A month is told as it would have been at its end; of the period's first and last only what lies in the period. */
function monthAsked(month: string, { period, asOf, ...which }: Asked): Asked | null {
  const first: Day = `${month}-01`
  const end = addDays(addMonths(first, 1), -1)
  const from = first < period.from ? period.from : first
  const to = end > period.to ? period.to : end
  if (from > asOf || to < from) return null
  return { period: { from, to }, asOf: end > asOf ? asOf : end, ...which }
}

/** What the cell of a column reads in a row; nothing where it is filled in by hand, or its days have not come. */
export function readsOf(form: Form, row: FormRow, leaf: FormLeaf): CellRead[] {
  if (row.asked === null) return []
  const { rows } = form
  const cell = rows.kind === 'fixed' ? rows.rows.find(({ id }) => id === row.id)!.cells[leaf.id]! : leaf.cell
  const option = rows.kind === 'options' ? { option: { field: leaf.by!, id: row.id } } : {}
  return cell.map((indicator) => ({ indicator, ...askedBy(form, leaf, row.asked!), ...option }))
}

/** What the total of a column reads anew: the same figures, of all rows together. */
export function totalReadsOf(form: Form, leaf: FormLeaf, asked: Asked): CellRead[] {
  if (leaf.total !== 'recompute') return []
  return leaf.cell.map((indicator) => ({ indicator, ...askedBy(form, leaf, asked) }))
}

/** Over the days of the column and, where rows lie along an axis, by the axis of the column. */
function askedBy({ rows }: Form, leaf: FormLeaf, { period, asOf, node }: Asked): Asked {
  const from = leaf.over === 'year' ? `${period.to.slice(0, 4)}-01-01` : period.from
  const days = { period: { from, to: period.to }, asOf }
  if (node === undefined) return days
  return { ...days, node: rows.kind === 'axis' ? { ...node, axis: leaf.by! } : node }
}
