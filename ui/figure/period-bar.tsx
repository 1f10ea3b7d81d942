import { Button } from '@mantine/core'
import { DayInput } from '../fields/index.ts'
import { useReader } from '../reader/index.ts'
import { type AskedDays, usualPeriods } from './asked.ts'
import classes from './figure.module.css'

/** Which days are asked about: the usual periods at one press, or any others. */
export function PeriodBar({ asked, onChange }: { asked: AskedDays; onChange: (asked: AskedDays) => void }) {
  const { me, say } = useReader()
  return (
    <fieldset className={classes.period}>
      <legend>{say('figure.period')}</legend>
      <Button.Group>
        {usualPeriods(me.today).map(({ name, period }) => {
          const isChosen = period.from === asked.from && period.to === asked.to
          return (
            <Button
              key={name}
              size="xs"
              variant={isChosen ? 'light' : 'default'}
              aria-pressed={isChosen}
              onClick={() => onChange({ ...asked, ...period })}
            >
              {say(name)}
            </Button>
          )
        })}
      </Button.Group>
      {(['from', 'to', 'asOf'] as const).map((end) => (
        <span key={end} className={classes.end}>
          <span aria-hidden="true">{say(`period.${end}`)}</span>
          <DayInput
            today={me.today}
            size="xs"
            w={132}
            withAsterisk
            aria-label={say(`period.${end}`)}
            value={asked[end]}
            onChange={(day) => day !== null && onChange({ ...asked, [end]: day })}
          />
        </span>
      ))}
    </fieldset>
  )
}
