import type { Problem } from '@anzhi/engine/problem'

/** The problems of a reading, thrown for the query library, which knows failure only as something thrown. */
export class Refused extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', ') || 'no answer')
    this.problems = problems
  }
}

export function isSignedOut(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'signedOut')
}

/** Where to go back to after signing in: an address inside this application, never one of another site. */
export function safeReturn(address: string | undefined): string {
  const isInside =
    address !== undefined && /^\/(?![/\\])/.test(address) && !/^\/(sign-in|first-password)/.test(address)
  return isInside ? address : '/'
}
