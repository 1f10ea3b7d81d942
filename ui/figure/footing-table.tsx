import { type FieldSpec, fieldTypeOf } from '@anzhi/engine/fields'
import { findIndicator, getRegister, isLeaf, type LeafIndicator } from '@anzhi/engine/pack'
import { partsOf } from '@anzhi/engine/query'
import { groupedYuan } from '../fields/index.ts'
import { type FieldEnv, type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { StateMark } from '../record/index.ts'
import classes from './figure.module.css'

export interface FootingRecord {
  id: string
  title: string
  state: string
  /** Which of its rows, from 0, where rows are counted. */
  row: number | null
  /** What it adds to a sum or a mean; null where records or units are counted. */
  amount: string | null
  /** The unit it names (an organ, a person, a record) where different ones are counted. */
  unit: string | null
}

interface FootingTableProps {
  indicator: string
  records: readonly FootingRecord[]
  titles: Titles
}

/** The records that make a figure, each with what it contributes. */
export function FootingTable({ indicator, records, titles }: FootingTableProps) {
  const { pack, say, word } = useReader()
  const env = useFieldEnv(titles)
  const leaf = findIndicator(pack, indicator)
  if (leaf === undefined || !isLeaf(leaf)) return null
  const register = getRegister(pack, leaf.register)
  const rows = leaf.each === null ? undefined : partsOf(register.fields[leaf.each]!.spec)
  const of = leaf.of === null ? undefined : (rows ?? register).fields[leaf.of]?.spec
  const place = leaf.each === null ? '' : `${leaf.each}.`
  return (
    <table className={classes.footing}>
      <thead>
        <tr>
          <th scope="col">{say('figure.record')}</th>
          <th scope="col">{say('figure.state')}</th>
          {leaf.each !== null && <th scope="col">{word(`field.${register.id}.${leaf.each}`)}</th>}
          {leaf.of !== null && (
            <th scope="col" className={leaf.kind !== 'distinct' ? classes.value : undefined}>
              {word(`field.${register.id}.${place}${leaf.of}`)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={`${record.id} ${record.row}`}>
            <td>
              <env.RecordLink register={register.id} id={record.id}>
                {record.title || env.say('notSaid')}
              </env.RecordLink>
            </td>
            <td>
              <StateMark register={register} state={record.state} />
            </td>
            {record.row !== null && <td>{say('figure.row', { n: record.row + 1 })}</td>}
            {leaf.of !== null && (
              <td className={leaf.kind !== 'distinct' ? classes.value : undefined}>
                {contribution(leaf, of, record, env)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function contribution(
  leaf: LeafIndicator,
  of: FieldSpec | undefined,
  { amount, unit }: FootingRecord,
  env: FieldEnv,
): string {
  if (leaf.kind !== 'distinct') return of?.type === 'money' ? groupedYuan(amount ?? '') : (amount ?? '')
  if (of === undefined || unit === null) return unit ?? ''
  const registers = fieldTypeOf(of).targets?.(of) ?? []
  return registers.map((register) => env.titleOf(register, unit)).find((title) => title !== undefined) ?? '…'
}
