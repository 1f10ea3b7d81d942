import type { Register } from '@anzhi/engine/pack'
import { useReader } from '../reader/index.ts'
import { toneOf } from './life.ts'
import classes from './record.module.css'

/** The state of a record: a word, and a dot whose colour says how far along its life it is. */
export function StateMark({ register, state }: { register: Register; state: string }) {
  const { word } = useReader()
  return (
    <span className={classes.state} data-tone={toneOf(register, state)}>
      {word(`state.${register.id}.${state}`)}
    </span>
  )
}
