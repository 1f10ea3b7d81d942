import { titleUnits, type Unit } from './units.ts'
import { widthOf } from './width.ts'

/** 156 mm hold 20 characters of 22 pt. */
const longest = 20
const mostLines = 4

/** The shapes that GB/T 9704-2012 (7.3.1) allows: 梯形, wide above or below, and 菱形, as steps from equal lines. */
const shapes: Record<number, readonly (readonly number[])[]> = {
  2: [
    [2, -2],
    [-2, 2],
  ],
  3: [
    [3, 0, -3],
    [-3, 0, 3],
    [-2, 4, -2],
  ],
  4: [
    [3, 1, -1, -3],
    [-3, -1, 1, 3],
    [-2, 2, 2, -2],
  ],
}

/**
 * Where a title is broken: offsets into it, none for a title of one line. Lines end where the sense allows it and come
 * near one of the shapes. Line ends that somebody typed stand as they are, and a title that would need more than four
 * lines is left to the program that shows it.
 */
export function titleBreaks(title: string): number[] {
  const width = widthOf(title)
  if (width <= longest || width > longest * mostLines || title.includes('\n')) return []
  const units = titleUnits(title)
  for (let lines = Math.ceil(width / longest); lines <= mostLines; lines++) {
    const best = cheapest(units, lines, width / lines)
    if (best !== undefined) return best
  }
  return []
}

interface Broken {
  cost: number
  offsets: number[]
}

function cheapest(units: readonly Unit[], lines: number, mean: number): number[] | undefined {
  const found = shapes[lines]!.map((steps) =>
    fit(
      units,
      steps.map((step) => mean + step),
    ),
  )
  return found.reduce(cheaper)?.offsets
}

function cheaper(a: Broken | undefined, b: Broken | undefined): Broken | undefined {
  return a === undefined || (b !== undefined && b.cost < a.cost) ? b : a
}

/** The cheapest way to lay the units in lines near the wanted widths. */
function fit(units: readonly Unit[], wanted: readonly number[], from = 0, offset = 0): Broken | undefined {
  const [width, ...rest] = wanted
  let best: Broken | undefined
  let filled = 0
  let end = offset
  for (const [index, unit] of units.entries()) {
    if (index < from) continue
    filled += unit.width
    end += unit.text.length
    if (filled > longest) break
    const last = index === units.length - 1
    if (last !== (rest.length === 0)) continue
    const cost = (filled - width!) ** 2
    if (last) best = cheaper(best, { cost, offsets: [] })
    else best = cheaper(best, after(fit(units, rest, index + 1, end), cost + unit.cost, end))
  }
  return best
}

function after(rest: Broken | undefined, cost: number, offset: number): Broken | undefined {
  return rest && { cost: cost + rest.cost, offsets: [offset, ...rest.offsets] }
}
