import type { Register } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import { fieldControlOf } from '../fields/index.ts'
import { type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { LateMark } from './late-mark.tsx'
import { lateField } from './life.ts'
import classes from './record.module.css'
import { ValueOf } from './value-of.tsx'

interface ValueListProps {
  register: Register
  record: { state: string; values: Values }
  titles: Titles
}

/** All that is known of a record, in the order of its register; what is unknown stands together at the end. */
export function ValueList({ register, record, titles }: ValueListProps) {
  const { pack, me, say, word } = useReader()
  const env = useFieldEnv(titles)
  const late = lateField(pack, register, record, me.today)
  const fields = Object.values(register.fields)
  const known = fields.filter(({ id }) => record.values[id] != null)
  const unknown = fields.filter(({ id }) => record.values[id] == null)
  const nameOf = (id: string) => word(`field.${register.id}.${id}`)
  return (
    <>
      <dl className={classes.values}>
        {known.map(({ id, spec }) => (
          <div key={id} className={fieldControlOf(spec).wide ? classes.wide : undefined}>
            <dt>{nameOf(id)}</dt>
            <dd>
              <ValueOf register={register} field={id} value={record.values[id]} env={env} />
              {id === late && <LateMark value={record.values[id]} />}
            </dd>
          </div>
        ))}
      </dl>
      {unknown.length > 0 && (
        <p className={classes.missing}>
          {say('record.unknown')}
          <span>{unknown.map(({ id }) => nameOf(id)).join(' · ')}</span>
        </p>
      )}
    </>
  )
}
