import { type Problem, type ProblemCode, problem } from '@anzhi/engine/problem'

/** Ends a request with problems; the transaction is rolled back, and `http/` answers with them. */
export class ProblemError extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ code, field }) => (field === undefined ? code : `${code} (${field})`)).join(', '))
    this.name = 'ProblemError'
    this.problems = problems
  }
}

/** Throws one problem. */
export function refuse(code: ProblemCode, field?: string, values?: Record<string, unknown>): never {
  throw new ProblemError([problem(code, field, values)])
}
