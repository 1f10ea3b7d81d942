import type { Problem, ProblemCode } from '@anzhi/engine/problem'

const statuses: Partial<Record<ProblemCode, number>> = {
  signedOut: 401,
  signInFailed: 401,
  passwordExpired: 403,
  administratorsOnly: 403,
  notAllowed: 403,
  notByWhoDid: 403,
  forgedRequest: 403,
  noSuchRegister: 404,
  noSuchIndicator: 404,
  noSuchReport: 404,
  noSuchClock: 404,
  stale: 409,
  alreadyThere: 409,
  nameTaken: 409,
  hasAccount: 409,
  lastAdministrator: 409,
  keyReused: 409,
  wrongState: 409,
  tooLarge: 413,
  wrongType: 415,
  locked: 423,
  badRequest: 400,
  badFilter: 400,
  badOrder: 400,
  badCursor: 400,
  badPeriod: 400,
  internal: 500,
  busy: 503,
}

/** The HTTP status of an answer made of problems: the first that has a status of its own, else 422. */
export function statusOf(problems: readonly Problem[]): number {
  // The record of the address is not there (404); a record that a field names is not (422).
  const gone = problems.some(
    ({ code, field }) => code === 'notFound' && (field === undefined || field === 'id'),
  )
  if (gone) return 404
  const status = problems.map(({ code }) => statuses[code]).find((found) => found !== undefined)
  return status ?? 422
}
