import { endpoints } from '@anzhi/engine/api'
import { noCalendar } from '@anzhi/engine/calendar'
import type { Seer } from '../context.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from '../http/cookie.ts'
import { deviceOf } from '../http/device.ts'
import { heldPack } from '../http/held-pack.ts'
import type { App, House } from '../http/house.ts'
import { openRoute, route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { findBySession, findByUserName } from '../store/accounts/seer.ts'
import { beginSession, endSession } from '../store/accounts/sessions.ts'
import { type Db, writing } from '../store/db.ts'
import { findSetting, getDistrict } from '../store/districts.ts'
import { findTitle } from '../store/titles.ts'
import { noteTrail } from '../store/trail/trail.ts'

export function addSessionRoutes(app: App, house: House): void {
  openRoute(app, endpoints.signIn, async ({ body }, request, reply) => {
    const device = deviceOf(request.headers['user-agent'])
    const begun = beginSession(house.database, body.userName, body.password, device)
    const token = await begun.catch((error: unknown) => refused(house, body.userName, error))
    setSessionCookie(house, reply, token)
    return writing(house.database, async (db) => {
      await heldPack(house, db)
      const seer = await findBySession(db, token, (await house.clock(db)).today)
      if (seer === undefined) return refuse('signInFailed')
      await noteTrail(db, seer, 'signIn')
      return who(house, db, seer)
    })
  })
  route(app, house, endpoints.whoAmI, ({ db, actor }) => who(house, db, actor))
  openRoute(app, endpoints.signOut, async (_call, request, reply) => {
    const token = sessionToken(house, request)
    if (token !== undefined) await writing(house.database, (db) => leave(house, db, token))
    clearSessionCookie(house, reply)
    return {}
  })
  // The pack's calendar is where an installation began; what it has come to is asked for by itself.
  route(app, house, endpoints.readPack, async ({ pack }) => ({ ...pack, calendar: noCalendar }))
}

/** Whose door it was is written down; what else was typed there may have been a password. */
async function refused(house: House, userName: string, error: unknown): Promise<never> {
  await writing(house.database, async (db) => {
    const { today } = await house.clock(db)
    await noteTrail(db, (await findByUserName(db, userName, today)) ?? null, 'signInRefused')
  })
  throw error
}

async function leave(house: House, db: Db, token: string): Promise<void> {
  const seer = await findBySession(db, token, (await house.clock(db)).today)
  if (seer !== undefined) await noteTrail(db, seer, 'signOut')
  await endSession(db, token)
}

async function who(house: House, db: Db, actor: Seer) {
  const district = await getDistrict(db, actor.district)
  const organ = actor.organPath.at(-1)!
  return {
    account: actor.account,
    name: actor.name,
    userName: actor.userName,
    roles: actor.roles,
    organ: { id: organ, name: await findTitle(db, house.pack, actor.district, 'organ', organ) },
    passwordExpired: actor.passwordExpired === true,
    district: { id: district.id, name: district.name },
    today: (await house.clock(db)).today,
    demonstration: (await findSetting<string>(db, 'demonstrationDay')) !== undefined,
  }
}
