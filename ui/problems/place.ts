import type { Problem } from '@anzhi/engine/problem'

/** Problems at the fields that a form shows, and those that have no place in it. */
export interface PlacedProblems {
  at: Record<string, Problem>
  rest: Problem[]
}

/**
 * Puts each problem at its field, or at its place inside one (`items.2.price`). A place shows its first problem;
 * what has no place, or is wrong in another record that the act would change, comes in `rest`.
 */
export function placeProblems(problems: readonly Problem[], fields: readonly string[]): PlacedProblems {
  const placed: PlacedProblems = { at: {}, rest: [] }
  for (const problem of problems) {
    const { field, values } = problem
    const isElsewhere = values?.register !== undefined
    if (field === undefined || isElsewhere || !fields.includes(field.split('.')[0]!))
      placed.rest.push(problem)
    else placed.at[field] ??= problem
  }
  return placed
}
