import { indicatorsOf } from '@anzhi/engine/document'
import { findReport } from '@anzhi/engine/pack'
import { DocumentSheet, DraftNotes } from '@anzhi/ui/document'
import { PeriodBar, seesAllOf } from '@anzhi/ui/figure'
import { Icon } from '@anzhi/ui/icons'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { addresses, addressOf, expected, isBusy, queries } from '../client/index.ts'
import { Page } from '../shell/index.ts'
import { FigurePanel, useFigurePanel } from './figure-panel.tsx'
import { NotFound } from './not-found.tsx'
import classes from './pages.module.css'
import { useAsked } from './use-asked.ts'

/** A report as it will be printed; every figure in it can be pressed. */
export function ReportPage() {
  const { pack } = useReader()
  const { report = '' } = useParams({ strict: false })
  return findReport(pack, report) === undefined ? <NotFound /> : <OneReport key={report} report={report} />
}

function OneReport({ report }: { report: string }) {
  const { pack, me, language, say, word } = useReader()
  const [asked, ask] = useAsked()
  const query = { ...asked, language }
  const answer = useQuery(queries.report(report, query))
  const panel = useFigurePanel()
  const printed = indicatorsOf(pack, pack.reports[report]!)
  const seesAll = printed.every((indicator) => seesAllOf(pack, me.roles, { indicator }))
  return (
    <Page
      title={word(`report.${report}`)}
      beside={
        <>
          <span className={classes.total}>{say('report.note')}</span>
          <Button
            component="a"
            className={classes.create}
            href={addressOf(addresses.downloadReport.path, { report }, query)}
            download
            leftSection={<Icon name="download" size={14} />}
          >
            {say('report.download')}
          </Button>
        </>
      }
    >
      <div className={classes.tools}>
        <PeriodBar asked={asked} onChange={ask} />
        {!seesAll && (
          <span className={classes.partial}>{say('figure.scopeOwn', { organ: me.organ.name })}</span>
        )}
      </div>
      <div aria-busy={isBusy(answer)}>
        <Waiting for={expected(answer)}>
          {({ document }) => (
            <>
              <DocumentSheet document={document} onFigure={panel.open} />
              <DraftNotes draft={document} />
            </>
          )}
        </Waiting>
      </div>
      <FigurePanel panel={panel} asked={asked} />
    </Page>
  )
}
