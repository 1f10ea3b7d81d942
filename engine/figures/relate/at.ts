import type { Figure, Reading } from '../read/figure.ts'

/** How many figures begin before this place. */
export function indexAt(reading: Reading, at: number): number {
  let [low, high] = [0, reading.figures.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (reading.figures[middle]!.from < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The last so many figures that begin before this place, in order. */
export const lastBefore = (reading: Reading, at: number, count: number): Figure[] => {
  const index = indexAt(reading, at)
  return reading.figures.slice(Math.max(0, index - count), index)
}
