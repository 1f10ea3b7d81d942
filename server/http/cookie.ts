import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from './house.ts'

// The prefix makes the browser itself hold to https, the whole site and no sub-domain.
function cookieName({ secureCookie }: House): string {
  return secureCookie ? '__Host-anzhi' : 'anzhi'
}

export function sessionToken(house: House, request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(house)]
}

export function setSessionCookie(house: House, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(house), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: house.secureCookie,
  })
}

export function clearSessionCookie(house: House, reply: FastifyReply): void {
  reply.clearCookie(cookieName(house), { path: '/', secure: house.secureCookie })
}

/** The session as OpenAPI says it. */
export function sessionScheme(house: House): { type: 'apiKey'; in: 'cookie'; name: string } {
  return { type: 'apiKey', in: 'cookie', name: cookieName(house) }
}
