export { addDays, type Day, dayInShanghai, daysBetween, earlierDay, isDay, laterDay } from './day.ts'
export { type Period, parsePeriod, yearToDate } from './period.ts'
