import 'dayjs/locale/zh-cn'
import { parseDay } from '@anzhi/engine/fields'
import { DateInput } from '@mantine/dates'
import { Icon } from '../icons/index.ts'
import { dayInWords, useSay } from '../words/index.ts'

interface DayInputProps {
  value: string | null
  onChange: (day: string | null) => void
  /** The day it is here: a calendar without a value opens on it, not on the day of this computer. */
  today: string
  id?: string
  label?: string
  'aria-label'?: string
  withAsterisk?: boolean
  error?: string | boolean
  description?: string
  latest?: string
  /** Inside something that closes when one presses beside it: the calendar must be a part of it. */
  inPlace?: boolean
  w?: number | string
  size?: 'xs' | 'sm'
}

/** A day, typed in any of the spellings that people use (2022.10.31, 2022年10月31日) or picked. */
export function DayInput({ today, latest, inPlace = false, ...props }: DayInputProps) {
  const { language, say } = useSay()
  return (
    <DateInput
      {...props}
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      valueFormat="YYYY-MM-DD"
      dateParser={(typed) => parseDay(typed) ?? null}
      defaultDate={today}
      // Not `maxDate`: a later day that is typed would be dropped in silence, and must be told instead.
      getDayProps={(day) => ({
        ...(day === today ? { 'aria-current': 'date', 'data-today': true } : {}),
        ...(latest !== undefined && day > latest ? { disabled: true } : {}),
      })}
      clearable={props.withAsterisk !== true}
      clearButtonProps={{ 'aria-label': say('list.clear'), tabIndex: -1 }}
      getDayAriaLabel={(day) => dayInWords(language, day)}
      placeholder={say('date.pick')}
      leftSection={<Icon name="calendar" size={14} />}
      leftSectionPointerEvents="none"
      monthLabelFormat={language === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      ariaLabels={{ previousMonth: say('date.previousMonth'), nextMonth: say('date.nextMonth') }}
      popoverProps={{ withinPortal: !inPlace, transitionProps: { duration: 0 } }}
    />
  )
}
