/** What is wrong with an input: a code, the field it concerns and the values a sentence needs. Sentences live in words. */
export interface Problem {
  code: ProblemCode
  field?: string
  values?: Record<string, unknown>
}

/** Every code there is; each has a sentence in the words of every language (held by a test). */
export const problemCodes = [
  'required',
  'unknownField',
  'notAsked',
  'notText',
  'tooLong',
  'notInteger',
  'notMoney',
  'notDecimal',
  'outOfRange',
  'notDate',
  'notMoment',
  'calendarUnknown',
  'inFuture',
  'tooEarly',
  'tooLate',
  'beforePrevious',
  'outOfOrder',
  'reasonNeeded',
  'notDeadline',
  'notOption',
  'wrongForm',
  'checkDigit',
  'notYesNo',
  'notLink',
  'notRows',
  'notFound',
  'notFiles',
  'tooMany',
  'tooFew',
  'wrongType',
  'wrongUnit',
  'tooLarge',
  'unreadable',
  'noSuchRegister',
  'noSuchAct',
  'noSuchIndicator',
  'noSuchReport',
  'noSuchAxis',
  'noSuchClock',
  'wrongState',
  'notAllowed',
  'notByWhoDid',
  'notForOthers',
  'condition',
  'linkedCondition',
  'pointedAt',
  'notGiven',
  'merged',
  'movedOn',
  'numbered',
  'alreadyThere',
  'nothingToDo',
  'ownAncestor',
  'stale',
  'packChanged',
  'packUnsound',
  'packRefused',
  'keyReused',
  'badFilter',
  'badOrder',
  'badCursor',
  'badPeriod',
  'badRequest',
  'signInFailed',
  'locked',
  'signedOut',
  'passwordExpired',
  'passwordTooShort',
  'passwordTooPlain',
  'passwordHasName',
  'passwordCommon',
  'passwordSame',
  'passwordWrong',
  'administratorsOnly',
  'lastAdministrator',
  'nameTaken',
  'hasAccount',
  'forgedRequest',
  'busy',
  'internal',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** Either a value, or all the problems at once. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function bad<T = never>(...problems: Problem[]): Result<T> {
  return { ok: false, problems }
}

export function problem(code: ProblemCode, field?: string, values?: Record<string, unknown>): Problem {
  return { code, ...(field === undefined ? {} : { field }), ...(values === undefined ? {} : { values }) }
}
