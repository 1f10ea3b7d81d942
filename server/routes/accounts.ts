import { endpoints } from '@anzhi/engine/api'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { isLocal } from '../http/local-socket.ts'
import { openRoute, route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { resetFromHere } from '../store/accounts/add-account.ts'
import {
  changeRoles,
  endAccount,
  makeAccount,
  reopenAccount,
  resetPassword,
  rolesToGive,
} from '../store/accounts/grants.ts'
import { type Account, findAccount, listAccounts } from '../store/accounts/list.ts'
import { listOpenWork } from '../store/accounts/open-work.ts'
import { writing } from '../store/db.ts'

/** What administrators do with the accounts of their district. The contract says that nobody else may. */
export function addAccountRoutes(app: App, house: House): void {
  route(app, house, endpoints.listAccounts, async (context, { query }) => ({
    ...(await listAccounts(context.db, context.actor.district, query)),
    roles: rolesToGive(context),
  }))

  route(app, house, endpoints.readAccount, (context, { params }) => withWork(context, params.id))

  // No key makes these do their work once: its kept answer would be a kept password.
  route(app, house, endpoints.makeAccount, async (context, { body }) => {
    const { id, password } = await makeAccount(context, body)
    return { account: await getAccount(context, id), password }
  })

  route(app, house, endpoints.resetPassword, async (context, { params, body }) => {
    const password = await resetPassword(context, params.id, body.version)
    return { account: await getAccount(context, params.id), password }
  })

  route(app, house, endpoints.reopenAccount, async (context, { params, body }) => {
    const password = await reopenAccount(context, params.id, body.version)
    return { account: await getAccount(context, params.id), password }
  })

  route(app, house, endpoints.changeRoles, async (context, { params, body }) => {
    await changeRoles(context, params.id, body.version, body.roles)
    return withWork(context, params.id)
  })

  route(app, house, endpoints.endAccount, async (context, { params, body }) => {
    await endAccount(context, params.id, body.version)
    return withWork(context, params.id)
  })

  openRoute(app, endpoints.resetFromHere, async ({ body }, request) => {
    if (!isLocal(request.raw.socket)) return refuse('notFound')
    return { password: await writing(house.database, (db) => resetFromHere(db, body.userName)) }
  })
}

async function getAccount({ db, actor }: Context, id: string): Promise<Account> {
  return (await findAccount(db, actor.district, id)) ?? refuse('notFound', 'id')
}

async function withWork(context: Context, id: string) {
  const account = await getAccount(context, id)
  return { account, work: await listOpenWork(context, account) }
}
