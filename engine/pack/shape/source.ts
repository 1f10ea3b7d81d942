import { z } from 'zod'
import type { Tell } from '../check/packs.ts'
import { calendar, clock } from './clock.ts'
import { form } from './form.ts'
import { indicator } from './indicator.ts'
import { id, idOrIds, ids } from './parts.ts'
import { extension, register } from './register.ts'
import { report } from './report.ts'

const words = z.record(z.string(), z.string())

const source = z.strictObject({
  id: z.string(),
  version: z.string().min(1),
  buildsOn: ids,
  roles: z
    .record(
      z.string(),
      z.strictObject({
        was: idOrIds.optional(),
        sees: z.enum(['district', 'organ']),
        coordinating: z.boolean().optional(),
        entersFor: z.boolean().optional(),
      }),
    )
    .optional(),
  options: z.record(z.string(), ids).optional(),
  renamed: z.record(id, z.record(id, idOrIds)).optional(),
  registers: z.record(z.string(), register).optional(),
  extends: z.record(z.string(), extension).optional(),
  indicators: z.record(z.string(), indicator).optional(),
  reports: z.record(z.string(), report).optional(),
  forms: z.record(z.string(), form).optional(),
  clocks: z.record(z.string(), clock).optional(),
  calendar: calendar.optional(),
  words: z.strictObject({ zh: words, en: words }),
})

/** Tells where a pack has not the shape of the notation: a missing part, a wrong kind, a word that does not exist. */
export function checkShape(pack: unknown, tell: Tell): void {
  const found = source.safeParse(pack)
  const packId = (pack as { id?: unknown } | null)?.id
  for (const issue of found.error?.issues ?? []) {
    const path = [typeof packId === 'string' ? packId : '?', ...issue.path].join('/')
    tell(path, 'wrongShape', issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.message)
  }
}
