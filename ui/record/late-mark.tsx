import { daysBetween } from '@anzhi/engine/calendar'
import type { Deadline } from '@anzhi/engine/fields'
import { useReader } from '../reader/index.ts'
import classes from './record.module.css'

/** How many days late a record is, beside the date that says so. */
export function LateMark({ value }: { value: unknown }) {
  const { me, say } = useReader()
  const date = typeof value === 'string' ? value : (value as Deadline | null)?.date
  if (date == null) return null
  return <span className={classes.late}>{say('deadline.late', { days: daysBetween(date, me.today) })}</span>
}
