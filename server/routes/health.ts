import { endpoints } from '@anzhi/engine/api'
import type { App, House } from '../http/house.ts'
import { openRoute } from '../http/route.ts'
import { isReady } from '../store/ready.ts'

export function addHealthRoutes(app: App, { database }: House): void {
  openRoute(app, endpoints.health, async () => ({ alive: true as const }))
  openRoute(app, endpoints.ready, async (_call, _request, reply) => {
    const ready = await isReady(database)
    if (!ready) reply.status(503)
    return { ready }
  })
}
