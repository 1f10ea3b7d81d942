import { v7 as uuidv7 } from 'uuid'

/**
 * Gives the key of a submission: the same one while the same thing is sent again (a lost answer, a second
 * press), and a new one as soon as anything in it differs.
 */
export function actKeys(newKey: () => string = uuidv7): (body: unknown) => string {
  let last: { body: string; key: string } | undefined
  return (body) => {
    const written = JSON.stringify(body)
    if (last?.body !== written) last = { body: written, key: newKey() }
    return last.key
  }
}
