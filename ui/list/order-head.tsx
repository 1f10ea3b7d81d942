import type { Register } from '@anzhi/engine/pack'
import { fieldControlOf } from '../fields/index.ts'
import { Icon } from '../icons/index.ts'
import { useReader } from '../reader/index.ts'
import classes from './list.module.css'
import type { Direction } from './list-state.ts'

interface OrderHeadProps {
  register: Register
  field: string
  direction: Direction
  numeric: boolean
  onPress: () => void
}

/** The head of a column, which orders the list by it; some fields have no order. */
export function OrderHead({ register, field, direction, numeric, onPress }: OrderHeadProps) {
  const { word, say } = useReader()
  const name = word(field === 'state' ? 'field.state' : `field.${register.id}.${field}`)
  const spec = register.fields[field]?.spec
  return (
    <th
      scope="col"
      aria-sort={direction === 'none' ? undefined : direction}
      className={numeric ? classes.numeric : undefined}
      data-type={spec?.type ?? 'state'}
    >
      {spec !== undefined && fieldControlOf(spec).unordered === true ? (
        name
      ) : (
        <button type="button" onClick={onPress} title={say('list.orderBy', { field: name })}>
          {name}
          {direction !== 'none' && <Icon name={direction === 'ascending' ? 'rising' : 'falling'} size={12} />}
        </button>
      )}
    </th>
  )
}
