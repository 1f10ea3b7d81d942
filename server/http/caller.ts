import type { Endpoint } from '@anzhi/engine/api'
import type { Day } from '@anzhi/engine/calendar'
import { administratorRole } from '@anzhi/engine/pack'
import type { FastifyRequest } from 'fastify'
import type { Seer } from '../context.ts'
import { refuse } from '../problem-error.ts'
import { findBySession, findByUserName } from '../store/accounts/seer.ts'
import type { Db } from '../store/db.ts'
import { sessionToken } from './cookie.ts'
import type { House } from './house.ts'
import { isLocal } from './local-socket.ts'

/** Who is calling, if they may come in there. Every request of somebody comes through here. */
export async function admitCaller(
  house: House,
  { whileExpired = false, administrators = false }: Pick<Endpoint, 'whileExpired' | 'administrators'>,
  db: Db,
  request: FastifyRequest,
  today: Day,
): Promise<Seer> {
  const actor = await findCaller(house, db, request, today)
  if (actor === undefined) return refuse('signedOut')
  // Over the local socket nobody has shown a password, and none has to be changed.
  const isExpired = actor.passwordExpired === true && actor.session !== undefined
  if (isExpired && !whileExpired) refuse('passwordExpired')
  if (administrators && !actor.roles.includes(administratorRole)) refuse('administratorsOnly')
  return actor
}

/** Who is calling: by session, or by name over the local socket, whose file only the installation's own user can open. */
async function findCaller(
  house: House,
  db: Db,
  request: FastifyRequest,
  today: Day,
): Promise<Seer | undefined> {
  const name = request.headers['x-anzhi-as']
  if (typeof name === 'string' && isLocal(request.raw.socket)) return findByUserName(db, decoded(name), today)
  const token = sessionToken(house, request)
  return token === undefined ? undefined : findBySession(db, token, today)
}

/** A header carries ASCII only: a name is sent percent-encoded. What is not, is nobody's name. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('\0', '')
  } catch {
    return ''
  }
}
