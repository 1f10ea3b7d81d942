import { endpoints } from '@anzhi/engine/api'
import type { App, House } from '../http/house.ts'
import { callerRoute, route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { changeOwnPassword } from '../store/accounts/own-password.ts'
import { endOwnSession, endSessionsOf, listOwnSessions } from '../store/accounts/sessions.ts'

/** What everybody does with their own account. */
export function addOwnAccountRoutes(app: App, house: House): void {
  // A wrong password is counted although the request is refused: it has transactions of its own.
  callerRoute(app, house, endpoints.changePassword, async (actor, { body }) => {
    await changeOwnPassword(house.database, actor, body)
    return {}
  })

  route(app, house, endpoints.listOwnSessions, async ({ db, actor }) => ({
    sessions: await listOwnSessions(db, actor),
  }))

  route(app, house, endpoints.endOwnSession, async ({ db, actor }, { params }) =>
    (await endOwnSession(db, actor, params.id)) ? {} : refuse('notFound', 'id'),
  )

  route(app, house, endpoints.endOtherSessions, async ({ db, actor }) => ({
    ended: await endSessionsOf(db, actor.account, actor.session?.id),
  }))
}
