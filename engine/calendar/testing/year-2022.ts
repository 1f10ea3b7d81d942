import type { Calendar, ListedDay } from '../working-days.ts'

/** 2022 as the State Council's notice arranged it, for the days from April on (国办发明电〔2021〕11号). */
const holidays: [holiday: string, off: string[], work: string[]][] = [
  ['qingming', ['04-03', '04-04', '04-05'], ['04-02']],
  ['labourDay', ['04-30', '05-01', '05-02', '05-03', '05-04'], ['04-24', '05-07']],
  ['dragonBoat', ['06-03', '06-04', '06-05'], []],
  ['midAutumn', ['09-10', '09-11', '09-12'], []],
  ['nationalDay', ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'], ['10-08', '10-09']],
]

const listed = (kind: ListedDay['kind'], holiday: string) => (day: string) =>
  [`2022-${day}`, { kind, holiday }] as const

/** Known from 1 April to 28 December. */
export const year2022: Calendar = {
  knownFrom: '2022-04-01',
  knownUntil: '2022-12-28',
  days: Object.fromEntries(
    holidays.flatMap(([holiday, off, work]) => [
      ...off.map(listed('off', holiday)),
      ...work.map(listed('work', holiday)),
    ]),
  ),
}

const words: Record<string, string> = {
  'holiday.nationalDay': '国庆节',
  'holiday.midAutumn': '中秋节',
  'holiday.labourDay': '劳动节',
}

export const zhWord = (key: string): string => words[key] ?? key
export const enWord = (key: string): string => (key === 'holiday.nationalDay' ? 'National Day' : key)
