import { endpoints } from '@anzhi/engine/api'
import { getRegister } from '@anzhi/engine/pack'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { mayOn } from '../store/may.ts'
import { once } from '../store/once.ts'
import { performAct } from '../store/perform-act.ts'
import { titleIn, titlesFor } from '../store/titles.ts'

export function addActRoutes(app: App, house: House): void {
  route(app, house, endpoints.performAct, (context, { body, idempotencyKey }) =>
    once(context, idempotencyKey, body, async () => {
      const change = await performAct(context, body)
      const register = getRegister(context.pack, change.register)
      const titles = await titlesFor(context, [{ register, values: change.values }])
      const { id, version, state, values } = change
      const title = titleIn(context, register, values, titles)
      return {
        id,
        version,
        state,
        values,
        title,
        may: await mayOn(context, register, change),
      }
    }),
  )
}
