import type { Finding } from '@anzhi/engine/figures'
import { warnings } from '@anzhi/engine/figures'
import { element, rest } from './dom.ts'

/** Characters drawn before the page may breathe. */
const portion = 40_000
/** A line longer than this is drawn in slices. */
const slice = 4000

interface Piece {
  from: number
  to: number
  numbers: number[]
}

/** Draws the text line by line with a mark at each finding; `press` is told which mark was pressed. */
export async function drawPaper(
  paper: HTMLElement,
  text: string,
  findings: readonly Finding[],
  press: (number: number) => void,
  isStale: () => boolean,
): Promise<void> {
  const pieces = marksOf(findings)
  let next = 0
  let drawn = 0
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = Math.min(end < 0 ? text.length : end + 1, from + slice)
    const line = element('div', 'line')
    let at = from
    for (; next < pieces.length && pieces[next]!.from < to; next++) {
      const piece = pieces[next]!
      line.append(text.slice(at, Math.max(at, piece.from)))
      const stop = Math.min(piece.to, to)
      line.append(markOf(text.slice(Math.max(at, piece.from), stop), piece, findings, press))
      at = stop
      if (piece.to > to) {
        piece.from = to
        break
      }
    }
    line.append(text.slice(at, to).replace(/\n$/, ''))
    paper.append(line)
    drawn += to - from
    from = to
    if (drawn > portion) {
      drawn = 0
      await rest()
      if (isStale()) return
    }
  }
}

/** Stretches between the edges of findings that overlap, each with the numbers of its findings. */
function marksOf(findings: readonly Finding[]): Piece[] {
  const edges = [...new Set(findings.flatMap((f) => [f.from, f.to]))].sort((a, b) => a - b)
  const index = new Map(edges.map((edge, i) => [edge, i]))
  const covers: number[][] = edges.map(() => [])
  for (const [number, f] of findings.entries()) {
    for (let i = index.get(f.from)!; i < index.get(f.to)!; i++) covers[i]!.push(number)
  }
  return edges
    .slice(0, -1)
    .flatMap((from, i) => (covers[i]!.length > 0 ? [{ from, to: edges[i + 1]!, numbers: covers[i]! }] : []))
}

function markOf(
  text: string,
  piece: Piece,
  findings: readonly Finding[],
  press: (number: number) => void,
): HTMLElement {
  const own = piece.numbers.map((n) => findings[n]!)
  const isLight = own.every((f) => warnings.has(f.kind))
  const mark = element('mark', isLight ? 'light' : 'wrong', text)
  mark.dataset.numbers = ` ${piece.numbers.join(' ')} `
  mark.title = own.map((f) => f.why).join('\n')
  const shortest = [...piece.numbers].sort(
    (a, b) => findings[a]!.to - findings[a]!.from - (findings[b]!.to - findings[b]!.from),
  )[0]!
  mark.addEventListener('click', () => press(shortest))
  return mark
}
