import type { Figure, Reading } from '../read/figure.ts'

/** All numbers that 、 or 和 joins with this one. */
export function joinedList(reading: Reading, figure: Figure): Figure[] {
  let first = figure.index
  while (reading.figures[first]?.joined && figure.index - first < 40) first--
  let last = figure.index
  while (reading.figures[last + 1]?.joined && last - figure.index < 40) last++
  return reading.figures.slice(first, last + 1)
}

/** Runs of figures of one unit and clause, of a given length. */
export function listsOf(figures: readonly Figure[], length: number, mixed = false): Figure[][] {
  const runs: Figure[][] = []
  for (const figure of figures) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (
      run &&
      last &&
      last.clause === figure.clause &&
      last.sentence === figure.sentence &&
      (mixed || last.unit === figure.unit)
    )
      run.push(figure)
    else runs.push([figure])
  }
  return runs.filter((run) => run.length === length)
}
