import type { FastifyRequest } from 'fastify'
import { refuse } from '../problem-error.ts'
import { isLocal } from './local-socket.ts'

/**
 * A write must come from our own page or from a program, never from another site's form: it carries the
 * `X-Anzhi` header, which no form can send, and if the browser names an origin it is this one.
 */
export function guardAgainstForgery(request: FastifyRequest): void {
  if (isLocal(request.raw.socket)) return
  if (request.headers['x-anzhi'] === undefined) refuse('forgedRequest', 'X-Anzhi')
  const { origin, host } = request.headers
  if (origin !== undefined && hostOf(origin) !== host) refuse('forgedRequest', 'Origin')
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
