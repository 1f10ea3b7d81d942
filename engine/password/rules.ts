import { type Problem, type ProblemCode, problem } from '../problem/index.ts'
import { isCommon } from './common.ts'

/** Whose password it is to be. */
export interface PasswordOwner {
  userName: string
}

/** Signs that a password has at least, and kinds of signs (of four: small, capital, digit, other). */
const fewestSigns = 8
const fewestKinds = 3

/** What a password is held to, in the order in which a page tells it, with the number that goes with it. */
export const passwordRules = [
  { code: 'passwordTooShort', min: fewestSigns },
  { code: 'passwordTooPlain', min: fewestKinds },
  { code: 'passwordHasName' },
  { code: 'passwordCommon' },
] as const satisfies readonly { code: ProblemCode; min?: number }[]

/**
 * All that is wrong with a password, as GB/T 22239-2019 (8.1.4.1) asks of complexity and what guessing begins with.
 * Says nothing of an earlier password: that is known only where the hashes are.
 */
export function passwordProblems(password: string, { userName }: PasswordOwner): Problem[] {
  const signs = [...password].length
  const kinds = kindsIn(password)
  const part = namePartIn(password, userName)
  return [
    ...(signs < fewestSigns
      ? [problem('passwordTooShort', 'password', { min: fewestSigns, given: signs })]
      : []),
    ...(kinds < fewestKinds
      ? [problem('passwordTooPlain', 'password', { min: fewestKinds, given: kinds })]
      : []),
    ...(part === undefined ? [] : [problem('passwordHasName', 'password', { part })]),
    ...(isCommon(password) ? [problem('passwordCommon', 'password')] : []),
  ]
}

/** How many of the four kinds of signs occur; a letter without capitals (安) is a sign like a comma. */
function kindsIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password))
    .length
}

// Shorter ones occur everywhere.
const shortestPart = 3
const shortestHanPart = 2

/** The user name or a part of it (`zhou` of `zhou.he`), forwards or backwards, whatever its capitals. */
function namePartIn(password: string, userName: string): string | undefined {
  const folded = password.toLowerCase()
  const name = userName.toLowerCase()
  if (name !== '' && folded === name) return userName
  const parts = [name, ...name.split(/[^\p{L}\p{N}]+/u)].filter(isTelling)
  return parts.find((part) => folded.includes(part) || folded.includes(reversed(part)))
}

function isTelling(part: string): boolean {
  return [...part].length >= (/\p{Script=Han}/u.test(part) ? shortestHanPart : shortestPart)
}

const reversed = (text: string) => [...text].reverse().join('')
