import { z } from 'zod'
import type { PackSource } from '../../pack/index.ts'
import { endpoint } from '../endpoint.ts'
import { language } from '../shapes.ts'

const packChange = {
  query: z.object({ language }),
  /** The packs as they are written, each after those it builds on. */
  body: z.object({ packs: z.array(z.custom<PackSource>()).min(1).max(20) }),
  answer: z.object({
    /** The version that holds, and that of these packs. */
    from: z.string().nullable(),
    to: z.string(),
    /** What has to be done, in words. */
    steps: z.array(z.object({ do: z.string(), text: z.string() })),
    /** What stands against it, in words: all of it, with how many records it concerns. */
    refusals: z.array(z.object({ why: z.string(), records: z.int(), text: z.string() })),
    applied: z.boolean(),
  }),
}

export const planPack = endpoint({
  method: 'POST',
  path: '/api/pack/plan',
  summary: 'What these packs would change, and what stands against it. Changes nothing. For administrators.',
  ...packChange,
})

export const applyPack = endpoint({
  method: 'POST',
  path: '/api/pack/apply',
  summary:
    'Put these packs in the place of those that hold, all or nothing, while the house goes on working. For administrators.',
  ...packChange,
})
