import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  summary: 'The process is alive.',
  open: true,
  answer: z.object({ alive: z.literal(true) }),
})

export const ready = endpoint({
  method: 'GET',
  path: '/api/ready',
  summary: 'The database answers and the pack is loaded.',
  open: true,
  answer: z.object({ ready: z.boolean() }),
})

export const takeBackup = endpoint({
  method: 'GET',
  path: '/api/backup',
  summary:
    "Everything that the installation holds, of one moment, as a zip archive. Over the installation's own socket only.",
  open: true,
  query: z.object({ purpose: z.enum(['backup', 'export']).default('backup') }),
  media: 'application/zip',
})

export const verifyTrail = endpoint({
  method: 'GET',
  path: '/api/trail/verify',
  summary:
    "Holds the trail (acts, sign-ins, exports) to its seals and names the first bent entry. Over the installation's own socket only.",
  open: true,
  answer: z.object({
    bent: z
      .union([
        z.object({
          entry: z.enum(['event', 'trail']),
          seq: z.string(),
          what: z.enum(['changed', 'gone', 'added']),
        }),
        z.object({ seal: z.int(), what: z.enum(['changed', 'gone']) }),
      ])
      .nullable(),
    seals: z.int(),
    entries: z.int(),
    unsealed: z.int(),
    last: z.string().nullable(),
  }),
})
