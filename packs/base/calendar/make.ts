import { makeCalendar, showCalendar } from './from-holidays.ts'

// Prints the calendar of working days, one day to a line. From the top of the checkout:
//   npx tsx packs/base/calendar/make.ts > packs/base/calendar.json
console.log(showCalendar(makeCalendar()))
