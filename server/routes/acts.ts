import { endpoints } from '@anzhi/engine/api'
import { getRegister } from '@anzhi/engine/pack'
import type { Change } from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { mayOn } from '../store/may.ts'
import { once } from '../store/once.ts'
import { performAct } from '../store/perform-act.ts'
import { performActs } from '../store/perform-acts.ts'
import { titleIn, titlesFor } from '../store/titles.ts'

export function addActRoutes(app: App, house: House): void {
  route(app, house, endpoints.performAct, (context, { body, idempotencyKey }) =>
    once(context, idempotencyKey, body, async () => answerOf(context, await performAct(context, body))),
  )

  route(app, house, endpoints.performActs, (context, { body, idempotencyKey }) =>
    once(context, idempotencyKey, body, async () => {
      const records = []
      for (const change of await performActs(context, body.requests))
        records.push(await answerOf(context, change))
      return { records }
    }),
  )
}

async function answerOf(context: Context, change: Change) {
  const register = getRegister(context.pack, change.register)
  const titles = await titlesFor(context, [{ register, values: change.values }])
  const { id, version, state, values } = change
  const title = titleIn(context, register, values, titles)
  return { id, version, state, values, title, may: await mayOn(context, register, change) }
}
