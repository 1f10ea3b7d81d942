import { endpoints } from '@anzhi/engine/api'
import { type Asked, explainIndicator } from '@anzhi/engine/indicator'
import { findIndicator, type Indicator, type LeafIndicator } from '@anzhi/engine/pack'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { footingOf, listFootings, readFigure } from '../store/figures.ts'
import { titleIn, titlesFor } from '../store/titles.ts'
import { askedIn } from './asked.ts'

export function addFigureRoutes(app: App, house: House): void {
  route(app, house, endpoints.listFigures, async (context, { query }) => {
    const asked = askedIn(context, query)
    const figures = []
    for (const indicator of Object.values(context.pack.indicators)) {
      figures.push(await readFigure(context, indicator, asked))
    }
    return { ...asked, figures }
  })

  route(app, house, endpoints.readFigure, async (context, { params, query }) => {
    const indicator = findIndicator(context.pack, params.indicator) ?? refuse('noSuchIndicator', 'indicator')
    const asked = askedIn(context, query)
    return {
      figure: await readFigure(context, indicator, asked),
      definition: explainIndicator(context.pack, indicator, context.language),
      footing: await footings(context, indicator, asked),
    }
  })

  route(app, house, endpoints.listFootings, async (context, { params, query }) => {
    const indicator = findIndicator(context.pack, params.indicator) ?? refuse('noSuchIndicator', 'indicator')
    // A rate has no records of its own: each of its two parts has.
    if (indicator.kind === 'ratio') return refuse('badRequest', 'indicator', { parts: indicator.parts })
    const page = await listFootings(context, indicator, askedIn(context, query), {
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
}

async function footings(context: Context, indicator: Indicator, asked: Asked): Promise<string[]> {
  const leaves =
    indicator.kind === 'ratio' ? indicator.parts.map((id) => context.pack.indicators[id]!) : [indicator]
  const totals: string[] = []
  for (const leaf of leaves) totals.push(await footingOf(context, leaf as LeafIndicator, asked))
  return totals
}
