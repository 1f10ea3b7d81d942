import { findRegister, type Register } from '@anzhi/engine/pack'
import { useReader } from '@anzhi/ui/reader'
import { HistoryList, StateMark, ValueList } from '@anzhi/ui/record'
import { Waiting } from '@anzhi/ui/waiting'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { expected, queries } from '../client/index.ts'
import { Page } from '../shell/index.ts'
import { ActBar } from './act-bar.tsx'
import { BackToList } from './back-to-list.tsx'
import { NotFound } from './not-found.tsx'
import classes from './pages.module.css'

/** One record: what is known, what one may do, what happened. */
export function RecordPage() {
  const { pack } = useReader()
  const { register: name = '', id = '' } = useParams({ strict: false })
  const register = findRegister(pack, name)
  return register === undefined ? <NotFound /> : <OneRecord key={id} register={register} id={id} />
}

function OneRecord({ register, id }: { register: Register; id: string }) {
  const { language, say } = useReader()
  const record = useQuery(queries.record(register.id, id, language))
  const answer = expected(record)
  if (answer.is === 'failed' && answer.problems.some(isGone)) return <NotFound />
  return (
    <Page
      title={record.data?.title ?? ''}
      above={<BackToList register={register} />}
      beside={record.data !== undefined && <StateMark register={register} state={record.data.state} />}
    >
      <Waiting for={answer}>
        {(found) => (
          <>
            {found.mergedInto !== null && (
              <p className={classes.merged}>
                {say('record.mergedInto')}{' '}
                <Link
                  to="/registers/$register/$id"
                  params={{ register: register.id, id: found.mergedInto }}
                  search={{}}
                  className={classes.inText}
                >
                  {found.titles[register.id]?.[found.mergedInto] ?? '…'}
                </Link>
              </p>
            )}
            <ActBar register={register} record={found} />
            <div className={classes.record}>
              <section className={classes.sheet}>
                <h2>{say('record.values')}</h2>
                <ValueList register={register} record={found} titles={found.titles} />
              </section>
              <History register={register} id={id} />
            </div>
          </>
        )}
      </Waiting>
    </Page>
  )
}

// An id that is none is refused as a bad request: for a person both mean that nothing is there.
function isGone({ code }: { code: string }): boolean {
  return code === 'notFound' || code === 'badRequest'
}

function History({ register, id }: { register: Register; id: string }) {
  const { language, say } = useReader()
  const history = useQuery(queries.history(register.id, id, language))
  return (
    <section className={classes.sheet}>
      <h2>
        {say('record.history')}
        {history.data !== undefined && (
          <small>{say('record.historyCount', { n: history.data.events.length })}</small>
        )}
      </h2>
      <Waiting for={expected(history)}>
        {({ events, titles }) => <HistoryList register={register} events={events} titles={titles} />}
      </Waiting>
    </section>
  )
}
