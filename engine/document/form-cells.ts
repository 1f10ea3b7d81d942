import Big from 'big.js'
import type { Figure } from '../indicator/index.ts'
import { type FormLeaf, type Language, type Pack, wordOf } from '../pack/index.ts'

/**
 * What stands in a cell: its figures (none where it is filled in by hand); `nil` when the organ reported that there is
 * nothing; `notReported` when it has said nothing. A figure of 0 is neither.
 */
export type CellContent = readonly Figure[] | 'nil' | 'notReported'

/** The total of a column: a value for each figure of its cells, and the rows that it could not count. */
export interface ColumnTotal {
  values: (string | null)[]
  shown: string
  missing: string[]
}

/** A cell as it is printed: `3`, `3/12`, 无, 未报, — or nothing. */
export function showCell(pack: Pack, language: Language, content: CellContent): string {
  if (typeof content === 'string') return wordOf(pack, language, `form.${content}`)
  return content.map(({ shown }) => shown).join('/')
}

/**
 * The total of a column by its rule: the rows added up, nil as 0, those that are missing told; or the figures that were
 * read anew over all rows; or nothing.
 */
export function totalOfColumn(
  leaf: FormLeaf,
  rows: readonly { id: string; content: CellContent }[],
  recomputed: readonly Figure[],
): ColumnTotal {
  if (leaf.total === 'none') return { values: [], shown: '', missing: [] }
  if (leaf.total === 'recompute') {
    const shown = recomputed.map((figure) => figure.shown).join('/')
    return { values: recomputed.map(({ value }) => value), shown, missing: [] }
  }
  const missing = rows.filter(({ content }) => isMissing(content)).map(({ id }) => id)
  const known = rows.filter(({ id }) => !missing.includes(id)).map(({ content }) => content)
  const places = Math.max(
    leaf.cell.length,
    ...known.map((content) => content.length * Number(content !== 'nil')),
  )
  const values = Array.from({ length: places }, (_one, place) => sumAt(known, place))
  return { values, shown: values.map((value) => value ?? '—').join('/'), missing }
}

function isMissing(content: CellContent): boolean {
  if (typeof content === 'string') return content === 'notReported'
  return content.some(({ value }) => value === null)
}

/** null when no row is known: nothing added up is not 0. */
function sumAt(known: readonly CellContent[], place: number): string | null {
  const values = known.flatMap((content) =>
    content === 'nil' ? '0' : ((content as readonly Figure[])[place]?.value ?? []),
  )
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed()
}
