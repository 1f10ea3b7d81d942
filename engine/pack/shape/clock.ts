import { z } from 'zod'
import { clockUnits, standings } from '../../calendar/index.ts'
import { id } from './parts.ts'

export const clock = z.strictObject({
  count: z.number(),
  unit: z.enum(clockUnits),
  from: z.enum(['nextDay', 'sameDay']).optional(),
  before: z.boolean().optional(),
  rollsToWorkingDay: z.boolean().optional(),
  standing: z.enum(standings),
})
const listedDay = z.strictObject({ kind: z.enum(['work', 'off']), holiday: id.optional() })
export const calendar = z.strictObject({
  knownFrom: z.string(),
  knownUntil: z.string(),
  days: z.record(z.string(), listedDay),
})
