import { endpoints } from '@anzhi/engine/api'
import { buildReport, type Draft, indicatorsOf, type ReportInput } from '@anzhi/engine/document'
import type { Asked } from '@anzhi/engine/indicator'
import { findReport, type Report } from '@anzhi/engine/pack'
import { writeDocx } from '@anzhi/formats/docx'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { officeName } from '../store/districts.ts'
import { type FootingPage, listFootings, readFigures } from '../store/figures.ts'
import { titlesFor } from '../store/titles.ts'
import { daysIn } from './asked.ts'

export function addReportRoutes(app: App, house: House): void {
  route(app, house, endpoints.readReport, async (context, { params, query }) => {
    const asked = daysIn(context, query)
    return { ...asked, document: await documentOf(context, params.report, asked) }
  })

  route(app, house, endpoints.downloadReport, async (context, { params, query }) => {
    const asked = daysIn(context, query)
    const document = await documentOf(context, params.report, asked)
    const content = await writeDocx(document)
    return {
      content,
      mediaType: endpoints.downloadReport.media,
      saveAs: `${document.title}（${asked.asOf}）.docx`,
    }
  })
}

/** What a report says is read in one snapshot: the request's own. */
async function documentOf(context: Context, id: string, asked: Asked): Promise<Draft> {
  const report = findReport(context.pack, id) ?? refuse('noSuchReport', 'report')
  const indicators = indicatorsOf(context.pack, report).map((id) => context.pack.indicators[id]!)
  const read = await readFigures(context, indicators, asked)
  const figures = new Map(read.map((figure) => [figure.indicator, figure]))
  const organ = await officeName(context.db, context.actor.district)
  const { pack, language } = context
  return buildReport({
    pack,
    report,
    language,
    ...asked,
    organ,
    figures,
    ...(await namesIn(context, report, asked)),
  })
}

/** The records that the slots of a report name, and the titles of what those name. */
async function namesIn(
  context: Context,
  report: Report,
  asked: Asked,
): Promise<Pick<ReportInput, 'slots' | 'titleOf'>> {
  const slots = new Map<string, FootingPage>()
  for (const { id, of, order, most } of Object.values(report.slots)) {
    slots.set(id, await listFootings(context, of, asked, { limit: most, after: null, order }))
  }
  const named = [...slots.values()].flatMap(({ register, records }) =>
    records.map(({ values }) => ({ register, values })),
  )
  const titles = await titlesFor(context, named)
  return { slots, titleOf: (register, id) => titles[register]?.[id] }
}
