import { endpoints } from '@anzhi/engine/api'
import type { Link } from '@anzhi/engine/fields'
import { envOf, getRegister, needRegister, type Register } from '@anzhi/engine/pack'
import type { Result } from '@anzhi/engine/problem'
import { everything, type Filter, readFilter, readOrder, usesAsOf } from '@anzhi/engine/query'
import { mayCreate, type Tag } from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { listEvents } from '../store/events.ts'
import { mayOn } from '../store/may.ts'
import { mergedInto } from '../store/merge.ts'
import { findLiving, findRecord, listRecords } from '../store/records.ts'
import { readTitles, type Titles, titleIn, titlesFor } from '../store/titles.ts'

export function addRecordRoutes(app: App, house: House): void {
  route(app, house, endpoints.listRecords, async (context, { params, query }) => {
    const register = right(needRegister(context.pack, params.register))
    const page = await listRecords(context, register, {
      filter: filterIn(context, register, query.filter),
      search: query.search ?? null,
      order: right(readOrder(register, query.order?.split(',') ?? register.list.order)),
      limit: query.limit,
      after: query.after ?? null,
    })
    const titles = await titlesFor(
      context,
      page.records.map(({ values }) => ({ register, values })),
    )
    const records = page.records.map((record) => ({
      ...record,
      title: titleIn(context, register, record.values, titles),
    }))
    return {
      ...page,
      records,
      titles,
      may: mayCreate(context.pack, register, context.actor) ? ['create'] : [],
    }
  })

  route(app, house, endpoints.readRecord, async (context, { params }) => {
    const register = right(needRegister(context.pack, params.register))
    const record = await findLiving(context, register, params.id)
    if (record === undefined) return refuse('notFound', 'id')
    const { spans: _, ...bare } = record
    const into = await mergedInto(context, register, record)
    const others = into === null ? [] : [{ register: register.id, id: into }]
    const titles = {
      ...(await titlesFor(context, [{ register, values: record.values }], others)),
      ...(await scopeTitles(context, record.tags)),
    }
    const title = titleIn(context, register, record.values, titles)
    return { ...bare, title, titles, may: await mayOn(context, register, record), mergedInto: into }
  })

  route(app, house, endpoints.readHistory, async (context, { params }) => {
    const register = right(needRegister(context.pack, params.register))
    if ((await findRecord(context, register, params.id)) === undefined) return refuse('notFound', 'id')
    const events = await listEvents(context, register.id, params.id)
    return { events, titles: await historyTitles(context, register, events) }
  })
}

/** The titles of what a record belongs to. */
async function scopeTitles(context: Context, tags: readonly Tag[] = []): Promise<Titles> {
  if (tags.length === 0) return {}
  const nodes = tags.map(({ node }) => node)
  return { scope: await readTitles(context, getRegister(context.pack, 'scope'), nodes) }
}

function historyTitles(context: Context, register: Register, events: Awaited<ReturnType<typeof listEvents>>) {
  const named = events.flatMap(({ before, after }) => [before, after].map((values) => ({ register, values })))
  const others = events.flatMap(({ onBehalfOf, cause, after }) => [
    ...(onBehalfOf === null ? [] : [{ register: 'organ', id: onBehalfOf.organ }]),
    ...(cause === null ? [] : [cause]),
    ...(after.mergedInto === undefined
      ? []
      : [{ register: register.id, id: (after.mergedInto as Link).id! }]),
  ])
  return titlesFor(context, named, others)
}

/** The value of a result, or all its problems thrown. */
function right<T>(result: Result<T>): T {
  if (!result.ok) throw new ProblemError(result.problems)
  return result.value
}

function filterIn({ pack }: Context, register: Register, text: string | undefined): Filter {
  if (text === undefined) return everything
  const { options } = envOf(pack, '1970-01-01')
  const filter = right(readFilter(register, parseJson(text), options))
  // Only a figure has a day that it is read for.
  return usesAsOf(filter) ? refuse('badFilter', 'filter', { why: 'asOf' }) : filter
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('badFilter', 'filter', { why: 'notJson' })
  }
}
