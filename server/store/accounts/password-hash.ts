import { randomBytes, randomInt } from 'node:crypto'
import { passwordProblems } from '@anzhi/engine/password'
import { hash, verify } from '@node-rs/argon2'

// OWASP's smallest setting of argon2id for interactive use: 19 MiB, two passes, about 50 ms.
// The library's number for argon2id.
const argon2id = 2
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

// Verified when there is no such account, so that the answer takes as long as for one that exists.
const nobody = hash(randomBytes(16), cost)

/** Is it the password of this hash? Where there is no hash it takes as long, and is not. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobody), password)
  return right && passwordHash !== undefined
}

// Without signs that are taken for one another when they are read aloud or copied by hand.
const signs = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const groups = 3
const groupLength = 4

/** A password of 69 bits to be handed over once, which keeps the rules itself: `Kx7m-Pq2t-Hw9d`. */
export function oneTimePassword(userName: string): string {
  const group = () => Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join('')
  for (;;) {
    const password = Array.from({ length: groups }, group).join('-')
    if (passwordProblems(password, { userName }).length === 0) return password
  }
}
