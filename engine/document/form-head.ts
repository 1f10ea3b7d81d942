import { unitWord } from '../indicator/index.ts'
import { type Form, type FormColumn, type Language, leafColumns, type Pack, wordOf } from '../pack/index.ts'

/** A cell of the head: its place from 0, and how many rows and columns it takes. */
export interface HeadCell {
  text: string
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** The head of a form as cells that fill a rectangle: running number, row names, columns, and the units below. */
export function formHead(pack: Pack, form: Form, language: Language): HeadCell[] {
  const word = (key: string) => wordOf(pack, language, key)
  // What names the rows has no unit: it takes that level too.
  const rowSpan = form.depth + (form.units ? 1 : 0)
  const before = [...(form.numbered ? [word('form.number')] : []), word(`form.${form.id}.rows`)]
  const named = before.map((text, column) => ({ text, row: 0, column, rowSpan, colSpan: 1 }))
  const columns = cellsOf(form.columns, { row: 0, column: named.length }, (id) =>
    word(`form.${form.id}.column.${id}`),
  )
  const units = form.units
    ? leafColumns(form.columns).map((leaf) => unitOf(pack, form, leaf.id, language))
    : []
  const unitCells = units.map((text, index) => ({
    ...{ text, row: form.depth, column: named.length + index },
    ...{ rowSpan: 1, colSpan: 1 },
  }))
  return [...named, ...columns, ...unitCells]
}

function cellsOf(
  columns: readonly FormColumn[],
  at: { row: number; column: number },
  name: (id: string) => string,
): HeadCell[] {
  let { column } = at
  return columns.flatMap((part) => {
    const parts = 'columns' in part ? part.columns : []
    const colSpan = parts.length === 0 ? 1 : leafColumns(parts).length
    const cell = { text: name(part.id), row: at.row, column, rowSpan: part.levels, colSpan }
    const below = cellsOf(parts, { row: at.row + part.levels, column }, name)
    column += colSpan
    return [cell, ...below]
  })
}

/** （家）, （起/人）; nothing where the rows have different units, or the column is filled in by hand. */
function unitOf(pack: Pack, form: Form, id: string, language: Language): string {
  const leaf = leafColumns(form.columns).find((column) => column.id === id)!
  const cells = form.rows.kind === 'fixed' ? form.rows.rows.map(({ cells }) => cells[id] ?? []) : [leaf.cell]
  const units = cells.map((cell) => {
    const each = cell.map((figure) => unitWord(pack, language, pack.indicators[figure]!.unit))
    return [...new Set(each)].join('/')
  })
  const [unit, ...others] = [...new Set(units.filter((text) => text !== ''))]
  if (unit === undefined || others.length > 0) return ''
  return wordOf(pack, language, 'form.unit').replace('{unit}', () => unit)
}
