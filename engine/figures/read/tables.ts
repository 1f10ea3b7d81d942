import type { Cell, Span, Table } from './figure.ts'

interface Line extends Span {
  cells: Cell[]
}

/** Blocks of two or more rows of cells: Markdown bars, tabs, or columns set apart by blanks. */
export function findTables(text: string): Table[] {
  const tables: Table[] = []
  let block: Line[] = []
  let sign = ''
  const close = () => {
    if (block.length >= 2) tables.push(tableOf(block))
    block = []
  }
  for (const line of lines(text)) {
    const [lineSign, cells] = cellsOf(text, line)
    if (lineSign !== sign) close()
    sign = lineSign
    if (lineSign !== '' && cells.length > 0) block.push({ ...line, cells })
  }
  close()
  return tables
}

function* lines(text: string): Generator<Span> {
  let from = 0
  while (from <= text.length) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    yield { from, to }
    from = to + 1
  }
}

function cellsOf(text: string, line: Span): [sign: string, cells: Cell[]] {
  const row = text.slice(line.from, line.to)
  if (row.includes('\t')) return ['\t', split(row, line.from, /\t/g)]
  if (row.split(/[|｜]/).length >= 3) {
    if (/^[\s|｜:：-]+$/.test(row)) return ['|', []]
    return ['|', trimBars(split(row, line.from, /[|｜]/g))]
  }
  if (row.length < 200 && !/[。；]/.test(row)) {
    const cells = split(row.trimEnd(), line.from, /(?: {2,}|\u3000+)/g).filter((cell) => cell.text !== '')
    if (cells.length >= 3) return [`blank${cells.length}`, cells]
    const words = split(row.trim(), line.from + row.length - row.trimStart().length, / /g)
    if (words.length >= 4 && words.every((cell) => isColumnWord(cell.text)))
      return [`word${words.length}`, words]
  }
  return ['', []]
}

/** 石塘镇 86 86 41: single blanks set columns apart when every piece is a bare name or number. */
const isColumnWord = (cell: string) => /^(?:[\u4e00-\u9fff]{1,8}|[\d,.]+[%％]?)$/.test(cell)

const trimBars = (cells: Cell[]) =>
  cells.slice(cells[0]?.text === '' ? 1 : 0, cells.at(-1)?.text === '' ? -1 : undefined)

function split(row: string, from: number, by: RegExp): Cell[] {
  const cells: Cell[] = []
  let start = 0
  const push = (to: number) => {
    const raw = row.slice(start, to)
    const lead = raw.length - raw.trimStart().length
    cells.push({ from: from + start + lead, to: from + start + lead + raw.trim().length, text: raw.trim() })
  }
  for (const found of row.matchAll(by)) {
    push(found.index)
    start = found.index + found[0].length
  }
  push(row.length)
  return cells
}

const isNumeric = (cell: string) => /^[\d,.]+\s*(?:%|％|‰|[\u4e00-\u9fff]{1,3})?$/.test(cell)

/** Heads are the rows above the first row with a number outside its first cell. */
function tableOf(block: Line[]): Table {
  let first = block.findIndex((line) => line.cells.slice(1).some((cell) => isNumeric(cell.text)))
  if (first < 0) first = Math.min(1, block.length)
  const width = Math.max(...block.slice(0, 40).map((line) => line.cells.length))
  const heads: string[] = []
  for (let column = 0; column < Math.min(width, 60); column++) {
    heads.push(
      block
        .slice(0, Math.min(first, 4))
        .map((line) => headCell(line, column))
        .join(''),
    )
  }
  return {
    from: block[0]!.from,
    to: block.at(-1)!.to,
    heads,
    rows: block.slice(first).map((line) => ({
      from: line.from,
      to: line.to,
      label: line.cells[0]?.text ?? '',
      cells: line.cells,
      figures: [],
    })),
  }
}

/** An empty head cell stands under the merged one to its left. */
function headCell(line: Line, column: number): string {
  const own = line.cells[column]?.text ?? ''
  if (own !== '' || column === 0) return own.replace(/\s/g, '')
  return ''
}
