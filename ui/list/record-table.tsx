import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import type { ReactNode } from 'react'
import { fieldControlOf } from '../fields/index.ts'
import { type FieldEnv, type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { LateMark, lateField, ValueOf } from '../record/index.ts'
import classes from './list.module.css'
import type { Direction } from './list-state.ts'
import { OrderHead } from './order-head.tsx'

export interface ListedRecord {
  id: string
  state: string
  title: string
  values: Values
}

interface RecordTableProps {
  register: Register
  records: readonly ListedRecord[]
  titles: Titles
  directionOf: (field: string) => Direction
  onOrder: (field: string) => void
  caption: string
}

/** Records as a table with the register's own columns; the first column leads to the record. */
export function RecordTable({ register, records, titles, directionOf, onOrder, caption }: RecordTableProps) {
  const { pack, me } = useReader()
  const env = useFieldEnv(titles)
  const { columns } = register.list
  const isNumeric = (field: string) =>
    field !== 'state' && fieldControlOf(register.fields[field]!.spec).numeric
  const classOf = (field: string) => (isNumeric(field) ? classes.numeric : undefined)
  const cell = (record: ListedRecord, field: string, index: number): ReactNode => {
    const value = field === 'state' ? record.state : record.values[field]
    if (index > 0) return <ValueOf register={register} field={field} value={value} env={env} />
    return (
      <env.RecordLink register={register.id} id={record.id}>
        {plainText(register, record, field, env)}
      </env.RecordLink>
    )
  }
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((field) => (
              <OrderHead
                key={field}
                register={register}
                field={field}
                direction={directionOf(field)}
                numeric={isNumeric(field) === true}
                onPress={() => onOrder(field)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => {
            const late = lateField(pack, register, record, me.today)
            return (
              <tr key={record.id} data-out={record.state === register.states.at(-1) || undefined}>
                {columns.map((field, index) => (
                  <td
                    key={field}
                    className={classOf(field)}
                    data-type={register.fields[field]?.spec.type ?? 'state'}
                  >
                    {cell(record, field, index)}
                    {field === late && <LateMark value={record.values[field]} />}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The first column is a link already: its value is shown as plain text, and by the title where it is unknown. */
function plainText(register: Register, record: ListedRecord, field: string, env: FieldEnv): string {
  if (field === 'state') return env.word(`state.${register.id}.${record.state}`)
  const value = record.values[field]
  const { spec } = register.fields[field]!
  return value == null ? record.title || env.say('notSaid') : fieldTypeOf(spec).show(value, spec, env)
}
