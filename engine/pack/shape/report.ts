import { z } from 'zod'

const block = z.strictObject({
  kind: z.enum(['title', 'heading1', 'heading2', 'paragraph']),
  text: z.string(),
})

export const report = z.strictObject({ blocks: z.array(block) })
