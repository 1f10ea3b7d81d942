import type { Day } from '@anzhi/engine/calendar'
import type { FastifyRequest } from 'fastify'
import type { Seer } from '../context.ts'
import { findBySession, findByUserName } from '../store/accounts.ts'
import type { Db } from '../store/db.ts'
import { sessionToken } from './cookie.ts'
import type { House } from './house.ts'
import { isLocal } from './local-socket.ts'

/** Who is calling: by session, or by name over the local socket, whose file only the installation's own user can open. */
export async function findCaller(
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
