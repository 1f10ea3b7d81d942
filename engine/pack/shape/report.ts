import { z } from 'zod'
import { filter, id, ids } from './parts.ts'

// A condition over figures looks like a filter; its check tells what is wrong in it.
const condition = filter
const clause = z.strictObject({ text: z.string(), when: condition.optional() })
const block = z.strictObject({
  kind: z.enum(['title', 'heading1', 'heading2', 'paragraph']),
  text: z.string().optional(),
  clauses: z.array(clause).optional(),
  numbered: z.boolean().optional(),
  join: z.enum(['comma', 'semicolon', 'stop']).optional(),
})
const slot = z.strictObject({
  from: id,
  on: id.optional(),
  where: filter.optional(),
  order: ids.optional(),
  take: z.enum(['only', 'first', 'last', 'all']),
  etc: z.int().min(1).max(100).optional(),
  show: z.string().min(1),
})
const claim = z.strictObject({ when: condition, says: z.string(), otherwise: z.string() })

export const report = z.strictObject({
  blocks: z.array(block),
  slots: z.record(z.string(), slot).optional(),
  claims: z.record(z.string(), claim).optional(),
})
