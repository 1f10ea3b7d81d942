import { endpoints } from '@anzhi/engine/api'
import { explainIndicator, type Figure, isTagged, leadsTo, leavesOf } from '@anzhi/engine/indicator'
import { getRegister, isLeaf, madeOf } from '@anzhi/engine/pack'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { readBreakdown } from '../store/breakdown.ts'
import { listFootings, readFigure, readFigures, readFooting } from '../store/figures.ts'
import { readTitles, type Titles, titleIn, titlesFor } from '../store/titles.ts'
import { askedIn, indicatorIn } from './asked.ts'

export function addFigureRoutes(app: App, house: House): void {
  route(app, house, endpoints.listFigures, async (context, { query }) => {
    const asked = await askedIn(context, query)
    const { node, scope } = asked
    // What cannot be told apart by the chosen tree is no figure of a part of it.
    const indicators = Object.values(context.pack.indicators).filter(
      (indicator) =>
        (node === undefined || leadsTo(context.pack, indicator, node)) &&
        (scope === undefined || isTagged(context.pack, indicator)),
    )
    return { ...asked, figures: await readFigures(context, indicators, asked) }
  })

  route(app, house, endpoints.readFigure, async (context, { params, query }) => {
    const asked = await askedIn(context, query)
    const indicator = indicatorIn(context, params.indicator, asked)
    const figure = await readFigure(context, indicator, asked)
    return {
      figure,
      titles: await titlesIn(context, figure),
      definition: explainIndicator(context.pack, indicator, context.language),
      footing: await readFooting(context, indicator, asked),
    }
  })

  route(app, house, endpoints.listFootings, async (context, { params, query }) => {
    const asked = await askedIn(context, query)
    const indicator = indicatorIn(context, params.indicator, asked)
    // What is made of other figures has no records of its own: they have.
    if (!isLeaf(indicator)) return refuse('badRequest', 'indicator', { parts: madeOf(indicator) })
    const page = await listFootings(context, indicator, asked, {
      limit: query.limit,
      after: query.after ?? null,
    })
    const { register, total, next } = page
    const titles = await titlesFor(
      context,
      page.records.map(({ values }) => ({ register, values })),
    )
    const records = page.records.map((record) => ({
      ...record,
      title: titleIn(context, register, record.values, titles),
    }))
    return { register: register.id, records, titles, total, next }
  })

  route(app, house, endpoints.breakDown, async (context, { params, query }) => {
    const asked = await askedIn(context, query)
    const to = { tree: asked.node?.tree ?? query.tree, axis: query.axis }
    const indicator = indicatorIn(context, params.indicator, { ...asked, node: { id: '', ...to } })
    const parts = await readBreakdown(context, indicator, asked, to)
    const titles = await readTitles(
      context,
      getRegister(context.pack, to.tree),
      parts.flatMap(({ node }) => node ?? []),
    )
    return {
      figure: await readFigure(context, indicator, asked),
      parts: parts.map(({ node, figure }) => ({
        node,
        title: node === null ? null : (titles[node] ?? null),
        figure,
      })),
    }
  })
}

/** The titles of the organs whose papers stand in a figure or beside it, and of those that it is told of. */
async function titlesIn(context: Context, figure: Figure): Promise<Titles> {
  const named = new Map<string, Set<string>>()
  const name = (register: string, id: string) =>
    named.set(register, (named.get(register) ?? new Set()).add(id))
  for (const { node, given = [], beside = [] } of [figure, ...(figure.parts ?? []), ...leavesOf(figure)]) {
    if (node !== undefined) name(node.tree, node.id)
    for (const { organ } of [...given, ...beside]) if (organ !== null) name('organ', organ)
  }
  const titles: Titles = {}
  for (const [register, ids] of named)
    titles[register] = await readTitles(context, getRegister(context.pack, register), [...ids])
  return titles
}
