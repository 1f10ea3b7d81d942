import type { Calendar, ListedDay } from '@anzhi/engine/calendar'
import listed from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** `National Day,国庆节,3` there is `nationalDay` here; its words are with those of the pack. */
const holidays: Record<string, string> = {
  "New Year's Day": 'newYear',
  'Spring Festival': 'springFestival',
  'Tomb-sweeping Day': 'qingming',
  'Labour Day': 'labourDay',
  'Dragon Boat Festival': 'dragonBoat',
  'Mid-autumn Festival': 'midAutumn',
  'National Day': 'nationalDay',
  'Anti-Fascist 70th Day': 'victoryDay',
}

/** What the package leaves out, with the notice that says it. */
const missing: Record<string, ListedDay> = {
  // 国办发明电〔2005〕35号: 12月31日（星期六）上班, for the New Year of 2006.
  '2005-12-31': { kind: 'work', holiday: 'newYear' },
}

/**
 * The days that `chinese-days` lists, read as data: its functions answer for every year, whether they know it
 * or not. The last days of its last year hang on the next notice (29 December 2018 was a working Saturday by
 * the notice for 2019); none has ever reached further back than the 29th.
 */
export function makeCalendar(): Calendar {
  const days = Object.fromEntries(
    [...entriesOf('off', listed.holidays), ...entriesOf('work', listed.workdays), ...Object.entries(missing)]
      // By code unit: the same on every machine.
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const years = Object.keys(days).map((day) => day.slice(0, 4))
  return { knownFrom: `${years[0]}-01-01`, knownUntil: `${years.at(-1)}-12-28`, days }
}

function entriesOf(kind: ListedDay['kind'], days: Record<string, string>): [string, ListedDay][] {
  return Object.entries(days).map(([day, name]) => {
    const holiday = holidays[name.split(',')[0]!]
    if (holiday === undefined) throw new Error(`${day} is called ${name}, which has no name here`)
    return [day, { kind, holiday }]
  })
}

/** As JSON that a person can read and compare: one day to a line, as the formatter wants it. */
export function showCalendar({ days, ...known }: Calendar): string {
  const lines = Object.entries(days).map(
    ([day, { kind, holiday }]) => `    "${day}": { "kind": "${kind}", "holiday": "${holiday}" }`,
  )
  const head = Object.entries(known).map(([name, day]) => `  "${name}": "${day}",`)
  return `{\n${head.join('\n')}\n  "days": {\n${lines.join(',\n')}\n  }\n}`
}
