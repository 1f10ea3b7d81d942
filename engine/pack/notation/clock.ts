import type { Clock, Standing } from '../../calendar/index.ts'

/** A time limit. What is not said: the day on which it begins does not count, and a day off does not move its end. */
export interface ClockSpec extends Pick<Clock, 'count' | 'unit'>, Partial<Pick<Clock, 'from'>> {
  /** Counted back from an event: the last day on which something may still be done ahead of it. */
  before?: boolean
  /** Ends after the days off when it would end on one (民法典 art. 203); of working days it always does. */
  rollsToWorkingDay?: boolean
  /** How far its number is to be relied on; told with every day that comes of it. */
  standing: Standing
}
