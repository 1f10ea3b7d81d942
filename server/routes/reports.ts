import { endpoints } from '@anzhi/engine/api'
import { buildReport, type Document, indicatorsOf } from '@anzhi/engine/document'
import type { Asked } from '@anzhi/engine/indicator'
import { findReport } from '@anzhi/engine/pack'
import { writeDocx } from '@anzhi/formats/docx'
import type { Context } from '../context.ts'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { officeName } from '../store/districts.ts'
import { readFigures } from '../store/figures.ts'
import { askedIn } from './asked.ts'

export function addReportRoutes(app: App, house: House): void {
  route(app, house, endpoints.readReport, async (context, { params, query }) => {
    const asked = askedIn(context, query)
    return { ...asked, document: await documentOf(context, params.report, asked) }
  })

  route(app, house, endpoints.downloadReport, async (context, { params, query }) => {
    const asked = askedIn(context, query)
    const document = await documentOf(context, params.report, asked)
    const content = await writeDocx(document)
    return {
      content,
      mediaType: endpoints.downloadReport.media,
      saveAs: `${document.title}（${asked.asOf}）.docx`,
    }
  })
}

/** The figures of a report are read in one snapshot: the request's own. */
async function documentOf(context: Context, id: string, asked: Asked): Promise<Document> {
  const report = findReport(context.pack, id) ?? refuse('noSuchReport', 'report')
  const indicators = indicatorsOf(context.pack, report).map((id) => context.pack.indicators[id]!)
  const read = await readFigures(context, indicators, asked)
  const figures = new Map(read.map((figure) => [figure.indicator, figure]))
  const organ = await officeName(context.db, context.actor.district)
  const { pack, language } = context
  return buildReport({ pack, report, language, ...asked, organ, figures })
}
