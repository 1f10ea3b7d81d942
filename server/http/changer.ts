import { administratorRole } from '@anzhi/engine/pack'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../problem-error.ts'
import { reading } from '../store/db.ts'
import type { Changer } from '../store/schema/changer.ts'
import { admitCaller } from './caller.ts'
import type { House } from './house.ts'
import { isLocal } from './local-socket.ts'

/** Administrators; and whoever may open the installation's own socket, in the name of the installation. */
export async function changerIn(house: House, request: FastifyRequest): Promise<Changer> {
  return reading(house.database, async (db) => {
    const now = await house.clock(db)
    if (isLocal(request.raw.socket) && request.headers['x-anzhi-as'] === undefined)
      return { account: null, district: null, name: '安治', ...now }
    const actor = await admitCaller(house, {}, db, request, now.today)
    if (!actor.roles.includes(administratorRole))
      refuse('notAllowed', undefined, { act: 'changePack', roles: [administratorRole] })
    const { account, district, name } = actor
    return { account, district, name, ...now }
  })
}
