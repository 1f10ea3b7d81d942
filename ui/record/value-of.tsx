import type { Register } from '@anzhi/engine/pack'
import { fieldControlOf } from '../fields/index.ts'
import type { FieldEnv } from '../reader/index.ts'
import classes from './record.module.css'
import { StateMark } from './state-mark.tsx'

interface ValueOfProps {
  register: Register
  /** A field, or `state`. */
  field: string
  value: unknown
  env: FieldEnv
}

/** One value of a record as its field type shows it; what is unknown says so quietly. */
export function ValueOf({ register, field, value, env }: ValueOfProps) {
  if (value === null || value === undefined) {
    return <span className={classes.unknown}>{env.say('notSaid')}</span>
  }
  if (field === 'state') return <StateMark register={register} state={String(value)} />
  const spec = register.fields[field]?.spec
  // The register has no such field any longer: it shows as it was written.
  if (spec === undefined) return <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>
  const { Show } = fieldControlOf(spec)
  return <Show value={value} spec={spec} env={env} words={`field.${register.id}.${field}`} />
}
