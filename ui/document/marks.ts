import type { Run } from '@anzhi/engine/document'

/** A run with the marks that close it, which no line may begin with. */
export interface MarkedRun extends Run {
  marks: string
}

const closing = /^[，。；：、！？）」』》”’,.;:!?)]+/

/**
 * Gives every figure the closing marks that follow it: a browser lets a line break after a button, even before
 * a comma, unless both are held together.
 */
export function withTheirMarks(runs: readonly Run[]): MarkedRun[] {
  const marksOf = (run: Run | undefined) =>
    run === undefined || run.figure !== undefined ? '' : (closing.exec(run.text)?.[0] ?? '')
  return runs.map((run, at) => {
    if (run.figure !== undefined) return { ...run, marks: marksOf(runs[at + 1]) }
    const given = runs[at - 1]?.figure === undefined ? '' : marksOf(run)
    return { ...run, text: run.text.slice(given.length), marks: '' }
  })
}
