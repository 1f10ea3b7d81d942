export { type Clock, clockUnits, type Due, deadlineOf, type Standing, standings } from './clock.ts'
export {
  addDays,
  addMonths,
  type Day,
  dayInShanghai,
  dayOfWeek,
  daysBetween,
  earlierDay,
  isDay,
  laterDay,
} from './day.ts'
export { type Against, earlierDays } from './earlier-period.ts'
export { explainDue, type Ground } from './explain-due.ts'
export { addHours, isMoment, type Moment } from './moment.ts'
export { type Period, parsePeriod, yearToDate } from './period.ts'
export type { Stretch } from './stretches.ts'
export {
  addWorkingDays,
  type Calendar,
  findListed,
  firstWorkingDay,
  isWeekend,
  isWorkingDay,
  type ListedDay,
  noCalendar,
  noticeYear,
  workingDaysBetween,
} from './working-days.ts'
