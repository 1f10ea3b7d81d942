import type { Figure } from '@anzhi/engine/indicator'
import { getRegister, type LeafIndicator, type Pack, type Register } from '@anzhi/engine/pack'
import { keyOfValue, type Values } from '@anzhi/engine/record'
import { FigureButton } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { LateMark, lateField, StateMark, type Todo } from '@anzhi/ui/record'
import { Waiting } from '@anzhi/ui/waiting'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { expected, queries } from '../client/index.ts'
import classes from './pages.module.css'

const shown = 8
// What is late is sorted here, by how late it is: among as many as a person could still do something about.
const looked = 100

/** Records that wait for me, the most pressing first. */
export function TodoPart({ todo }: { todo: Todo }) {
  const { language, say, word } = useReader()
  const { register, filter, order, address } = todo
  const query = { filter: JSON.stringify(filter), order: order.join(','), limit: shown, language }
  const records = useQuery(queries.records(register.id, query))
  const total = records.data?.total ?? 0
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h2>
          {say('home.todo')} · {word(`register.${register.id}`)}
        </h2>
        {address !== undefined && total > shown && (
          <Link to="/registers/$register" params={{ register: register.id }} search={address}>
            {say('home.all', { n: total })}
          </Link>
        )}
      </div>
      <Waiting
        for={expected(records)}
        isEmpty={(answer) => answer.total === 0}
        empty={say('home.nothingTodo')}
      >
        {(answer) => <Lines register={register} records={answer.records} />}
      </Waiting>
    </section>
  )
}

interface LatePartProps {
  indicator: LeafIndicator
  onOpen: (figure: Figure) => void
}

/** What is late by the pack's own figure: the figure itself, and the first of its records. */
export function LatePart({ indicator, onOpen }: LatePartProps) {
  const { pack, me, language, say, word } = useReader()
  const register = getRegister(pack, indicator.register)
  const figure = useQuery(queries.figure(indicator.id, { language }))
  const records = useQuery(queries.footings(indicator.id, { limit: looked, language }))
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h2>{word(`indicator.${indicator.id}`)}</h2>
        {figure.data !== undefined && <FigureButton figure={figure.data.figure} onPress={onOpen} />}
      </div>
      <Waiting
        for={expected(records)}
        isEmpty={(answer) => answer.total === 0}
        empty={say('home.nothingOverdue')}
      >
        {(answer) => (
          <Lines register={register} records={latestFirst(pack, register, answer.records, me.today)} />
        )}
      </Waiting>
    </section>
  )
}

/** The most overdue records, by the date that makes them late. */
function latestFirst(pack: Pack, register: Register, records: readonly Line[], today: string): Line[] {
  const dueOf = (record: Line) => {
    const field = lateField(pack, register, record, today)
    return field === undefined ? '9999' : String(keyOfValue(register, record.values, field))
  }
  return [...records].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)).slice(0, shown)
}

interface Line {
  id: string
  title: string
  state: string
  values: Values
}

function Lines({ register, records }: { register: Register; records: readonly Line[] }) {
  const { pack, me, hands } = useReader()
  return (
    <ul className={classes.lines}>
      {records.map((record) => {
        const late = lateField(pack, register, record, me.today)
        return (
          <li key={record.id}>
            <hands.RecordLink register={register.id} id={record.id}>
              {record.title}
            </hands.RecordLink>
            <span>
              {late !== undefined && <LateMark value={record.values[late]} />}
              <StateMark register={register} state={record.state} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
