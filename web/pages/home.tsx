import { atAGlance, FigureTiles, seesAllOf } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { lateIndicators, todosOf } from '@anzhi/ui/record'
import { Waiting } from '@anzhi/ui/waiting'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { expected, queries } from '../client/index.ts'
import { Page } from '../shell/index.ts'
import { FigurePanel, useFigurePanel } from './figure-panel.tsx'
import { LatePart, TodoPart } from './home-parts.tsx'
import classes from './pages.module.css'

// As many as stand in one row or two on a screen of 1366.
const atMost = 6

/** The desk: the year so far in a few figures, what is late, and what waits for me. */
export function Home() {
  const { pack, me, language, say } = useReader()
  const figures = useQuery(queries.figures({ language }))
  const panel = useFigurePanel()
  const late = lateIndicators(pack)
  const seesAll = Object.keys(pack.indicators).every((indicator) => seesAllOf(pack, me.roles, { indicator }))
  const todos = todosOf(pack, me)
  return (
    <Page title={say('home.title')}>
      <section className={classes.part}>
        <div className={classes.partHead}>
          <h2>{say('home.figures')}</h2>
          {!seesAll && (
            <span className={classes.partial}>{say('figure.scopeOwn', { organ: me.organ.name })}</span>
          )}
          <Link to="/figures" search={{}}>
            {say('home.allFigures')}
          </Link>
        </div>
        <Waiting for={expected(figures)}>
          {(answer) => <FigureTiles figures={atAGlance(pack, answer.figures, atMost)} onPress={panel.open} />}
        </Waiting>
      </section>
      <div className={classes.two}>
        {todos.map((todo) => (
          <TodoPart key={todo.register.id} todo={todo} />
        ))}
        {late.map((indicator) => (
          <LatePart key={indicator.id} indicator={indicator} onOpen={panel.open} />
        ))}
      </div>
      <FigurePanel panel={panel} asked={{}} />
    </Page>
  )
}
