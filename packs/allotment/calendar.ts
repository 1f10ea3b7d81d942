import type { Calendar } from '@anzhi/engine/calendar'

/** The garden's own days off in 2022: seed day on a Monday, and a week after the harvest for which a weekend is worked. */
export const calendar: Calendar = {
  knownFrom: '2022-01-01',
  knownUntil: '2022-12-28',
  days: {
    '2022-03-14': { kind: 'off', holiday: 'seedDay' },
    '2022-10-01': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-02': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-03': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-04': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-05': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-06': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-07': { kind: 'off', holiday: 'harvestWeek' },
    '2022-10-08': { kind: 'work', holiday: 'harvestWeek' },
    '2022-10-09': { kind: 'work', holiday: 'harvestWeek' },
    // A tree fell: nobody could come in, and the day has no name.
    '2022-11-09': { kind: 'off' },
  },
}
