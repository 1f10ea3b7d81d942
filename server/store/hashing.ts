import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

export interface Hashing {
  /** Passes on what comes through. */
  through: Transform
  /** The SHA-256 of all that came through, in hexadecimal digits; asked once, at the end. */
  digest: () => string
}

/** A hash of what streams by. `see` is shown every piece. */
export function hashing(see: (chunk: Buffer) => void = () => {}): Hashing {
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      see(chunk)
      next(null, chunk)
    },
  })
  return { through, digest: () => hash.digest('hex') }
}
