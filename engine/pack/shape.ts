import { z } from 'zod'
import { clockUnits, standings } from '../calendar/index.ts'
import { fieldTypes, type SpecPart } from '../fields/index.ts'
import type { Tell } from './check.ts'

const id = z.string().min(1).max(60)
const ids = z.array(id)
const idOrIds = z.union([id, ids])
const filter = z.record(z.string(), z.unknown())
const by = z.strictObject({ role: idOrIds, in: id.optional() })

const name = z.string().min(1)
const names = z.union([name, z.array(name).min(1)])
const parts: Record<SpecPart, z.ZodType> = {
  number: z.number(),
  decimals: z.int().min(0).max(6),
  text: name,
  flag: z.boolean(),
  optionList: name,
  units: names,
  register: name,
  registers: names,
  date: name,
  dayLimit: name,
}
const common = {
  required: z.boolean().optional(),
  tracked: z.boolean().optional(),
  search: z.boolean().optional(),
}

/** A field may say what its type lets it say. A type that does not exist is told by the check of the register. */
const field = z.looseObject({ type: z.string() }).superRefine((given, context) => {
  if (!Object.hasOwn(fieldTypes, given.type)) return
  const { says } = fieldTypes[given.type as keyof typeof fieldTypes]
  const own = Object.entries(says).map(([name, part]) => [name, parts[part].optional()])
  const found = z.strictObject({ type: z.string(), ...common, ...Object.fromEntries(own) }).safeParse(given)
  for (const issue of found.error?.issues ?? []) context.addIssue({ ...issue, input: given } as never)
})

const act = z.strictObject({
  from: idOrIds,
  to: id,
  by,
  when: filter.optional(),
  asks: ids.optional(),
  needs: ids.optional(),
  takes: ids.optional(),
  clears: ids.optional(),
  dates: id.optional(),
  notBy: id.optional(),
  enforcement: z.boolean().optional(),
})

const register = z.strictObject({
  title: z.string(),
  axes: z.record(id, id).optional(),
  open: z.boolean().optional(),
  fields: z.record(z.string(), field),
  create: z.strictObject({
    by,
    dates: id.optional(),
    takes: ids.optional(),
    enforcement: z.boolean().optional(),
  }),
  correct: z.strictObject({ by, fields: ids.optional(), freeIn: ids.optional() }),
  withdraw: z.strictObject({ by }),
  life: z.strictObject({ states: ids, acts: z.record(z.string(), act) }).optional(),
  list: z.strictObject({ columns: ids, filters: ids.optional(), order: ids.optional() }),
})

const leaf = { on: id.optional(), unit: z.string(), where: filter.optional() }
const indicator = z.union([
  z.strictObject({ count: id, ...leaf }),
  z.strictObject({ sum: id, of: id, ...leaf }),
  z.strictObject({ distinct: id, of: id, ...leaf }),
  z.strictObject({ ratio: z.tuple([id, id]), unit: z.enum(['%', '‰']), decimals: z.number() }),
])

const block = z.strictObject({
  kind: z.enum(['title', 'heading1', 'heading2', 'paragraph']),
  text: z.string(),
})
const clock = z.strictObject({
  count: z.number(),
  unit: z.enum(clockUnits),
  from: z.enum(['nextDay', 'sameDay']).optional(),
  before: z.boolean().optional(),
  rollsToWorkingDay: z.boolean().optional(),
  standing: z.enum(standings),
})
const listedDay = z.strictObject({ kind: z.enum(['work', 'off']), holiday: id.optional() })
const calendar = z.strictObject({
  knownFrom: z.string(),
  knownUntil: z.string(),
  days: z.record(z.string(), listedDay),
})
const words = z.record(z.string(), z.string())

const source = z.strictObject({
  id: z.string(),
  version: z.string().min(1),
  buildsOn: ids,
  roles: z
    .record(
      z.string(),
      z.strictObject({
        sees: z.enum(['district', 'organ']),
        coordinating: z.boolean().optional(),
        entersFor: z.boolean().optional(),
      }),
    )
    .optional(),
  options: z.record(z.string(), ids).optional(),
  registers: z.record(z.string(), register).optional(),
  indicators: z.record(z.string(), indicator).optional(),
  reports: z.record(z.string(), z.strictObject({ blocks: z.array(block) })).optional(),
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
