import { z } from 'zod'
import { type Draft, gapCodes, type Run } from '../document/index.ts'
import type { Figure, Footing } from '../indicator/index.ts'
import { languages } from '../pack/index.ts'
import { type ProblemCode, problemCodes } from '../problem/index.ts'

export const id = z.uuid()
export const name = z.string().min(1).max(60)
export const day = z.iso.date()
export const language = z.enum(languages).default('zh')

export const problem = z.object({
  code: z.enum(problemCodes as unknown as [ProblemCode, ...ProblemCode[]]),
  field: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
})

/** The answer to every request that could not be done: all its problems at once. */
export const problems = z.object({ problems: z.array(problem) })

/** Values of a record by field; what each looks like is in the pack, and in the schemas made from it. */
export const values = z.record(z.string(), z.unknown())

export const record = z.object({
  id,
  version: z.int(),
  state: z.string(),
  title: z.string(),
  values,
})

/** The days on which a record belongs to a campaign, or a part of its plan, and how it came to. */
export const tag = z.object({
  node: id,
  from: day,
  until: day.nullable(),
  how: z.enum(['entered', 'rule', 'carried']),
})

/** Titles of linked records that the reader may see: register → id → title. */
export const titles = z.record(z.string(), z.record(z.string(), z.string()))

/** What a figure is only of: a record of a tree, and what stands at it or below. */
export const node = z.object({
  tree: z.string(),
  id,
  axis: z.string().optional(),
  below: id.nullable().optional(),
  alone: z.boolean().optional(),
})

export const period = z.object({ from: day, to: day })

/** A statement or a quotation in a figure, or beside it. */
const given = z.object({
  source: z.enum(['stated', 'quoted']),
  record: id,
  organ: id.nullable(),
  period,
  amount: z.string(),
})

// A figure holds figures, and a document figures: their shapes are the engine's own types.
export const figure: z.ZodType<Figure> = z
  .lazy(() =>
    z.object({
      indicator: z.string(),
      value: z.string().nullable(),
      unit: z.string(),
      shown: z.string(),
      source: z.enum(['counted', 'stated', 'quoted', 'mixed']),
      period,
      asOf: day,
      node: node.optional(),
      scope: id.optional(),
      parts: z.array(figure).optional(),
      goal: z.string().optional(),
      places: z.array(z.string().nullable()).optional(),
      given: z.array(given).optional(),
      beside: z
        .array(given.extend({ counted: z.string().nullable(), difference: z.string().nullable() }))
        .optional(),
    }),
  )
  // Its name in the schemas, where it refers to itself.
  .meta({ id: 'Figure' })

/** What the listed records of a figure come to; one for each figure with records of its own that it is made of. */
export const footing: z.ZodType<Footing> = z.object({
  indicator: z.string(),
  period,
  asOf: day,
  node: node.optional(),
  scope: id.optional(),
  records: z.int(),
  total: z.string().nullable(),
})

const run: z.ZodType<Run> = z.object({
  text: z.string(),
  figure: figure.optional(),
  slot: z.object({ id: z.string(), register: z.string(), records: z.array(id) }).optional(),
  claim: z.string().optional(),
  gap: z.literal(true).optional(),
})

export const document: z.ZodType<Draft> = z.object({
  title: z.string(),
  blocks: z.array(
    z.object({
      kind: z.enum(['title', 'heading1', 'heading2', 'paragraph', 'signature']),
      runs: z.array(run),
    }),
  ),
  gaps: z.array(
    z.object({
      code: z.enum(gapCodes),
      id: z.string(),
      name: z.string(),
      count: z.int().optional(),
      figures: z.array(z.string()).optional(),
    }),
  ),
  leftOut: z.array(
    z.object({ text: z.string(), why: z.enum(['zero', 'condition']), figures: z.array(z.string()) }),
  ),
})

/** Which days a figure speaks of; the year so far when nothing is said. */
export const askedDays = z.object({
  from: day.optional(),
  to: day.optional(),
  asOf: day.optional(),
  language,
})

/** What figures are asked for: of the whole district, or only of one organ or division. */
export const asked = askedDays.extend({
  /** The id of an organ or a division (or another record of a tree): only what stands at or below it. */
  node: id.optional(),
  /** Along which axis, where several lead there: `owner`. */
  axis: name.optional(),
  /** Only while the node stood right below this one, or at the `top`. */
  below: z.union([id, z.literal('top')]).optional(),
  /** Only what stands at the node itself. */
  alone: z.literal('true').optional(),
  /** The id of a campaign or a part of its plan: only what belongs to it or to a part of it. */
  scope: id.optional(),
})
