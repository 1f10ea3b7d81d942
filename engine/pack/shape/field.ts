import { z } from 'zod'
import { fieldTypes, type SpecPart } from '../../fields/index.ts'

const name = z.string().min(1)
const names = z.union([name, z.array(name).min(1)])
const parts: Record<SpecPart, z.ZodType> = {
  fields: z.record(
    z.string(),
    z.lazy(() => field),
  ),
  field: z.lazy(() => field),
  derivation: z.union([
    z.strictObject({ sum: name }),
    z.strictObject({ daysBetween: z.tuple([name, name]) }),
    z.strictObject({ threshold: z.record(name, z.record(name, z.number())) }),
    z.strictObject({ highest: z.array(name).min(1) }),
  ]),
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
  numbering: z.strictObject({ word: name, kind: name, organ: name.optional() }),
}
const common = {
  required: z.boolean().optional(),
  tracked: z.boolean().optional(),
  search: z.boolean().optional(),
  was: z.union([name, z.array(name)]).optional(),
  default: z.unknown().optional(),
  copy: z.string().optional(),
}

/** A field may say what its type lets it say. A type that does not exist is told by the check of the register. */
export const field: z.ZodType = z.looseObject({ type: z.string() }).superRefine((given, context) => {
  if (!Object.hasOwn(fieldTypes, given.type)) return
  const { says } = fieldTypes[given.type as keyof typeof fieldTypes]
  const own = Object.entries(says).map(([name, part]) => [name, parts[part].optional()])
  const found = z.strictObject({ type: z.string(), ...common, ...Object.fromEntries(own) }).safeParse(given)
  for (const issue of found.error?.issues ?? []) context.addIssue({ ...issue, input: given } as never)
})
