import type { Broken } from './broken.ts'

const words = (id: string): Broken['changes'] =>
  (['zh', 'en'] as const).flatMap((language): Broken['changes'] => [
    [`words/${language}/clock.${id}`, id],
    [`words/${language}/clock.${id}.source`, id],
  ])

/** What can be wrong with time limits and with the calendar. */
export const brokenClocks: Broken[] = [
  {
    what: 'a limit of no days, of half a day and of a thousand years and one',
    changes: [
      ['clocks/mend/count', 0],
      ['clocks/payRent/count', 0.5],
      ['clocks/leaseRuns/count', 1001],
    ],
    problems: [
      ['allotment/clocks/mend', 'wrongValue', 'count'],
      ['allotment/clocks/payRent', 'wrongValue', 'count'],
      ['allotment/clocks/leaseRuns', 'wrongValue', 'count'],
    ],
  },
  {
    what: 'limits that move an end that is on a working day anyway, or that would be too late, and hours from the next day',
    changes: [
      ['clocks/mend/rollsToWorkingDay', true],
      ['clocks/renewLease/rollsToWorkingDay', true],
      ['clocks/reportFlood/from', 'nextDay'],
    ],
    problems: [
      ['allotment/clocks/mend', 'wrongValue', 'rollsToWorkingDay'],
      ['allotment/clocks/renewLease', 'wrongValue', 'rollsToWorkingDay'],
      ['allotment/clocks/reportFlood', 'wrongValue', 'from'],
    ],
  },
  {
    what: 'a limit in a unit that there is not, and one that does not say how far it is to be relied on',
    changes: [['clocks/mend/unit', 'fortnight'], ['clocks/payRent/standing']],
    problems: [
      [
        'allotment/clocks/mend/unit',
        'wrongShape',
        'Invalid option: expected one of "hour"|"workingDay"|"day"|"month"|"year"',
      ],
      [
        'allotment/clocks/payRent/standing',
        'wrongShape',
        'Invalid option: expected one of "law"|"local"|"unchecked"',
      ],
    ],
  },
  {
    what: 'a limit with a capital, and one without its source in one language',
    changes: [
      ['clocks/Water', { count: 3, unit: 'day', standing: 'law' }],
      ...words('Water'),
      ['words/en/clock.mend.source'],
    ],
    problems: [
      ['allotment/clocks/Water', 'badId', 'Water'],
      ['allotment/words/en/clock.mend.source', 'missingWord', 'clock.mend.source'],
    ],
  },
  {
    what: 'a calendar that ends before it begins, with a day that does not exist and a Tuesday that is worked',
    changes: [
      ['calendar/knownUntil', '2021-12-31'],
      ['calendar/days/2022-02-29', { kind: 'off', holiday: 'seedDay' }],
      ['calendar/days/2022-11-15', { kind: 'work', holiday: 'seedDay' }],
    ],
    problems: [
      ['allotment/calendar', 'wrongValue', '2021-12-31'],
      ['allotment/calendar', 'wrongValue', '2022-02-29'],
      ['allotment/calendar', 'wrongValue', '2022-11-15'],
    ],
  },
  {
    what: 'a calendar known from a day that does not exist, with a holiday without a name',
    changes: [
      ['calendar/knownFrom', '2022-02-30'],
      ['calendar/days/2022-11-15', { kind: 'off', holiday: 'frost' }],
      ['words/en/holiday.frost', 'Frost'],
    ],
    problems: [
      ['allotment/calendar', 'wrongValue', '2022-02-30'],
      ['allotment/words/zh/holiday.frost', 'missingWord', 'holiday.frost'],
    ],
  },
]
