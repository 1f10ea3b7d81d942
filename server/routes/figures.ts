import { endpoints } from '@anzhi/engine/api'
import { type Asked, explainIndicator, type Footing, leafValue, needsOf } from '@anzhi/engine/indicator'
import { findIndicator, type Indicator, isLeaf, madeOf } from '@anzhi/engine/pack'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { footingOf, listFootings, readFigure, readFigures } from '../store/figures.ts'
import { titleIn, titlesFor } from '../store/titles.ts'
import { askedIn } from './asked.ts'

export function addFigureRoutes(app: App, house: House): void {
  route(app, house, endpoints.listFigures, async (context, { query }) => {
    const asked = askedIn(context, query)
    return { ...asked, figures: await readFigures(context, Object.values(context.pack.indicators), asked) }
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
    // What is made of other figures has no records of its own: they have.
    if (!isLeaf(indicator)) return refuse('badRequest', 'indicator', { parts: madeOf(indicator) })
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

async function footings(context: Context, indicator: Indicator, asked: Asked): Promise<Footing[]> {
  const found: Footing[] = []
  for (const need of needsOf(context.pack, indicator, asked)) {
    const tally = await footingOf(context, need.leaf, need.asked)
    const total = leafValue(need.leaf, tally)
    found.push({ indicator: need.leaf.id, ...need.asked, records: tally.records, total })
  }
  return found
}
