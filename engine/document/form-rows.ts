import { addDays, addMonths, type Day, type Period } from '../calendar/index.ts'
import type { Asked } from '../indicator/index.ts'
import { type Form, type FormLeaf, type Language, type Pack, wordOf } from '../pack/index.ts'

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
  /** For rows along an axis: the organs below the one asked for, in the official order. */
  organs: readonly { id: string; name: string }[]
}

/** The rows of a form, without that of the totals. */
export function formRows(pack: Pack, form: Form, asked: FormAsked): FormRow[] {
  const { rows } = form
  const { period, asOf, language } = asked
  const word = (key: string) => wordOf(pack, language, key)
  const own = { period, asOf }
  if (rows.kind === 'axis') return asked.organs.map(({ id, name }) => ({ id, name, asked: own }))
  if (rows.kind === 'options') {
    const ids = pack.options[rows.options]!
    return ids.map((id) => ({ id, name: word(`option.${rows.options}.${id}`), asked: own }))
  }
  if (rows.kind === 'fixed')
    return rows.rows.map(({ id }) => ({ id, name: word(`form.${form.id}.row.${id}`), asked: own }))
  return monthsOf(rows.months, period).map((month) => ({
    ...{ id: month, name: word('form.month').replace('{month}', String(Number(month.slice(5)))) },
    asked: monthAsked(month, asked),
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
function monthAsked(month: string, { period, asOf }: Asked): Asked | null {
  const first: Day = `${month}-01`
  const end = addDays(addMonths(first, 1), -1)
  const from = first < period.from ? period.from : first
  const to = end > period.to ? period.to : end
  if (from > asOf || to < from) return null
  return { period: { from, to }, asOf: end > asOf ? asOf : end }
}

/** What the cell of a column reads in a row; nothing where it is filled in by hand, or its days have not come. */
export function readsOf(form: Form, row: FormRow, leaf: FormLeaf): CellRead[] {
  if (row.asked === null) return []
  const { rows } = form
  const cell = rows.kind === 'fixed' ? rows.rows.find(({ id }) => id === row.id)!.cells[leaf.id]! : leaf.cell
  const asked = over(leaf, row.asked)
  const which = {
    ...(rows.kind === 'axis' ? { node: { tree: 'organ', axis: leaf.by!, id: row.id } } : {}),
    ...(rows.kind === 'options' ? { option: { field: leaf.by!, id: row.id } } : {}),
  }
  return cell.map((indicator) => ({ indicator, ...asked, ...which }))
}

/** What the total of a column reads anew: the same figures, of all rows together. */
export function totalReadsOf(leaf: FormLeaf, { period, asOf }: Asked): CellRead[] {
  if (leaf.total !== 'recompute') return []
  return leaf.cell.map((indicator) => ({ indicator, ...over(leaf, { period, asOf }) }))
}

function over(leaf: FormLeaf, { period, asOf }: Asked): Asked {
  const from = leaf.over === 'year' ? `${period.to.slice(0, 4)}-01-01` : period.from
  return { period: { from, to: period.to }, asOf }
}
