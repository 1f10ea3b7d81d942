import { FigureTable, PeriodBar, seesAllOf } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { useQuery } from '@tanstack/react-query'
import { expected, isBusy, queries } from '../client/index.ts'
import { Page } from '../shell/index.ts'
import { FigurePanel, useFigurePanel } from './figure-panel.tsx'
import classes from './pages.module.css'
import { useAsked } from './use-asked.ts'

/** Every figure over a period, as of a day; each opens what it stands on. */
export function Figures() {
  const { pack, me, language, say } = useReader()
  const [asked, ask] = useAsked()
  const figures = useQuery(queries.figures({ ...asked, language }))
  const panel = useFigurePanel()
  const seesAll = Object.keys(pack.indicators).every((indicator) => seesAllOf(pack, me.roles, { indicator }))
  return (
    <Page title={say('figures.title')} beside={<span className={classes.total}>{say('figures.press')}</span>}>
      <div className={classes.tools}>
        <PeriodBar asked={asked} onChange={ask} />
        {!seesAll && (
          <span className={classes.partial}>{say('figure.scopeOwn', { organ: me.organ.name })}</span>
        )}
      </div>
      <div aria-busy={isBusy(figures)}>
        <Waiting for={expected(figures)}>
          {(answer) => <FigureTable figures={answer.figures} onPress={panel.open} />}
        </Waiting>
      </div>
      <FigurePanel panel={panel} asked={asked} />
    </Page>
  )
}
