import { dayInWords, useSay } from '@anzhi/ui/words'
import classes from './shell.module.css'

/** Says that nothing here is real, and what day it is here. */
export function DayBanner({ today }: { today: string }) {
  const { language, say } = useSay()
  return (
    <p className={classes.banner} role="note">
      {say('demonstration', { day: dayInWords(language, today) })}
    </p>
  )
}
