import { z } from 'zod'

export const id = z.string().min(1).max(60)
export const ids = z.array(id)
export const idOrIds = z.union([id, ids])
export const filter = z.record(z.string(), z.unknown())
/** Who may do an act. */
const right = z.strictObject({ role: idOrIds, in: id.optional(), at: idOrIds.optional() })
export const by = z.union([right, z.array(right).min(1)])
