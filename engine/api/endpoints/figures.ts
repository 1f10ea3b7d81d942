import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import {
  asked,
  askedDays,
  day,
  document,
  figure,
  footing,
  id,
  name,
  node,
  period,
  record,
  titles,
} from '../shapes.ts'

export const listFigures = endpoint({
  method: 'GET',
  path: '/api/figures',
  summary: 'Every figure of the pack over a period, as of a day.',
  query: asked,
  answer: z.object({
    period,
    asOf: day,
    node: node.optional(),
    scope: id.optional(),
    figures: z.array(figure),
  }),
})

export const readFigure = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator',
  summary:
    'One figure with its definition in words and its footing: what the listed records come to, for each figure that it is made of.',
  params: z.object({ indicator: name }),
  query: asked,
  answer: z.object({ figure, definition: z.string(), footing: z.array(footing), titles }),
})

export const listFootings = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator/records',
  summary:
    'The records that make a figure, with what each contributes. A figure made of others is asked by its parts, each over its own days.',
  params: z.object({ indicator: name }),
  query: asked.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2_000).optional(),
  }),
  answer: z.object({
    register: z.string(),
    /** `row` tells which row of the record, from 0, where rows are counted. */
    records: z.array(
      record.extend({
        row: z.int().nullable(),
        amount: z.string().nullable(),
        unit: z.string().nullable(),
      }),
    ),
    titles,
    total: z.int(),
    next: z.string().nullable(),
  }),
})

export const breakDown = endpoint({
  method: 'GET',
  path: '/api/figures/:indicator/parts',
  summary:
    'A figure by those right below its node, or by those at the top of a tree: what stands at none of them is a part without a node.',
  params: z.object({ indicator: name }),
  query: asked.extend({
    /** The tree that leads it apart when no node is named. */
    tree: name.default('organ'),
  }),
  answer: z.object({
    figure,
    parts: z.array(z.object({ node: id.nullable(), title: z.string().nullable(), figure })),
  }),
})

export const readReport = endpoint({
  method: 'GET',
  path: '/api/reports/:report',
  summary: 'A report over a period as a document tree, every figure with its source.',
  params: z.object({ report: name }),
  query: askedDays,
  answer: z.object({ period, asOf: day, document }),
})

export const downloadReport = endpoint({
  method: 'GET',
  path: '/api/reports/:report/docx',
  summary: 'The same report as .docx, laid out to GB/T 9704-2012.',
  params: z.object({ report: name }),
  query: askedDays,
  exports: true,
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
