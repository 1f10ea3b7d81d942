import type { Register } from '@anzhi/engine/pack'
import { remarkAct } from '@anzhi/engine/record'
import { type FieldEnv, type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { dayInWords, instantInWords } from '../words/index.ts'
import { type ChangedField, changedFields, type HistoryEvent, isEnteredLater } from './history.ts'
import classes from './record.module.css'
import { ValueOf } from './value-of.tsx'

interface HistoryListProps {
  register: Register
  /** Oldest first, as they happened. */
  events: readonly HistoryEvent[]
  titles: Titles
}

/** What happened to a record, the newest on top: who, when, why, and each field before and after. */
export function HistoryList({ register, events, titles }: HistoryListProps) {
  const env = useFieldEnv(titles)
  return (
    <ol className={classes.history} reversed>
      {[...events].reverse().map((event) => (
        <li key={event.version}>
          <Entry register={register} event={event} env={env} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ register, event, env: now }: { register: Register; event: HistoryEvent; env: FieldEnv }) {
  const { word: wordNow, say, language } = useReader()
  const word = (key: string) => event.words[key] ?? wordNow(key)
  const env = { ...now, word }
  const aside = ['state', 'mergedInto']
  const changes = changedFields(register, event).filter(({ field }) => !aside.includes(field))
  const isFirst = event.version === 1
  return (
    <>
      <p className={classes.happened}>
        <strong>{word(`act.${register.id}.${event.act}`)}</strong>
        <span>{event.by.name}</span>
        <time dateTime={event.at}>{instantInWords(event.at)}</time>
      </p>
      {isEnteredLater(event) && (
        <p className={classes.aside}>{say('history.day', { day: dayInWords(language, event.day) })}</p>
      )}
      <Beside register={register} event={event} env={env} />
      {event.reason !== null && (
        <p className={classes.reason}>
          {event.act !== remarkAct.id && <span>{say('history.reason')}</span>}
          {event.reason}
        </p>
      )}
      {changes.length > 0 && isFirst && (
        <details>
          <summary>{say('history.entered', { n: changes.length })}</summary>
          <Changes register={register} changes={changes} env={env} />
        </details>
      )}
      {changes.length > 0 && !isFirst && <Changes register={register} changes={changes} env={env} />}
    </>
  )
}

/** For whom it was typed and on which paper, what it followed from, and into which record it was merged. */
function Beside({ register, event, env }: { register: Register; event: HistoryEvent; env: FieldEnv }) {
  const { say, word } = useReader()
  const { RecordLink } = env
  const { onBehalfOf, cause } = event
  const into = (event.after.mergedInto as { id: string } | undefined)?.id
  const titleOf = (target: string, id: string) => env.titleOf(target, id) ?? word(`register.${target}`)
  return (
    <>
      {onBehalfOf !== null && (
        <p className={classes.aside}>
          {say('history.behalf', { organ: titleOf('organ', onBehalfOf.organ) })}{' '}
          <RecordLink register="file" id={onBehalfOf.paper}>
            {say('history.paper')}
          </RecordLink>
        </p>
      )}
      {cause !== null && (
        <p className={classes.aside}>
          {say('history.cause')}{' '}
          <RecordLink register={cause.register} id={cause.id}>
            {titleOf(cause.register, cause.id)}
          </RecordLink>
        </p>
      )}
      {into !== undefined && (
        <p className={classes.aside}>
          {word('field.into')}{' '}
          <RecordLink register={register.id} id={into}>
            {titleOf(register.id, into)}
          </RecordLink>
        </p>
      )}
    </>
  )
}

interface ChangesProps {
  register: Register
  changes: ChangedField[]
  env: FieldEnv
}

function Changes({ register, changes, env }: ChangesProps) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{env.word(`field.${register.id}.${field}`)}</dt>
          <dd>
            {before !== null && (
              <>
                <span className={classes.before}>
                  <ValueOf register={register} field={field} value={before} env={env} />
                </span>
                <span className={classes.arrow}>{` ${env.say('history.became')} `}</span>
              </>
            )}
            <ValueOf register={register} field={field} value={after} env={env} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
