import { endpoints } from '@anzhi/engine/api'
import type { App, House } from '../http/house.ts'
import { isLocal } from '../http/local-socket.ts'
import { openRoute } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { reading } from '../store/db.ts'
import { verifyTrail } from '../store/trail/verify.ts'

export function addTrailRoutes(app: App, house: House): void {
  openRoute(app, endpoints.verifyTrail, async (_call, request) => {
    if (!isLocal(request.raw.socket)) return refuse('notFound')
    return reading(house.database, verifyTrail)
  })
}
