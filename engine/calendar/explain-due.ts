import type { Due, Standing } from './clock.ts'
import type { Day } from './day.ts'
import { type Phrase, phrases } from './due-words.ts'
import type { Moment } from './moment.ts'
import type { Stretch } from './stretches.ts'
import { isWeekend } from './working-days.ts'

interface Speaking {
  language: 'zh' | 'en'
  /** The word for a key; asked for `holiday.<id>`. */
  word: (key: string) => string
  /** Days of this year are told without it. */
  year: string
}

/** Where a limit comes from, in words, and how far that is to be relied on. */
export interface Ground {
  source: string
  standing: Standing
}

/**
 * How a limit was counted, in a sentence made from the very days that were counted: it cannot say anything
 * else. With a ground, a second one tells where the limit comes from.
 */
export function explainDue(
  due: Due,
  language: 'zh' | 'en',
  word: (key: string) => string,
  ground?: Ground,
): string {
  const speaking = { language, word, year: due.start.slice(0, 4) }
  const counts = due.clock.unit === 'workingDay'
  return [
    begin(speaking, due),
    counts && due.skipped.length > 0
      ? say(speaking, 'skipped', { days: namedDays(speaking, due.skipped) })
      : '',
    due.worked.length > 0 ? say(speaking, 'worked', { days: plainDays(speaking, due.worked) }) : '',
    end(speaking, due),
    ground === undefined ? '' : say(speaking, ground.standing, { source: ground.source }),
  ].join('')
}

function begin(speaking: Speaking, { clock, start }: Due): string {
  const direction = clock.before ? 'before' : 'after'
  const from = clock.unit === 'hour' ? 'Minute' : clock.from === 'sameDay' ? 'SameDay' : ''
  return say(speaking, `${direction}${from}`, {
    start: fullDay(speaking, start),
    count: String(clock.count),
    unit: unitOf(speaking, clock),
  })
}

function unitOf(speaking: Speaking, { unit, count }: Due['clock']): string {
  const plural = say(speaking, unit)
  return speaking.language === 'en' && count === 1 ? plural.slice(0, -1) : plural
}

function end(speaking: Speaking, { clock, counted, due, skipped }: Due): string {
  const values = { due: fullDay(speaking, due), counted: fullDay(speaking, counted) }
  if (clock.before) return say(speaking, 'atLatest', values)
  if (due === counted) return say(speaking, 'until', values)
  return say(speaking, 'moved', { ...values, days: namedDays(speaking, skipped) })
}

function say({ language }: Speaking, phrase: Phrase, values: Record<string, string> = {}): string {
  return phrases[language][phrase].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

/** Stretches of one name together: 10月1日至7日（国庆节）、10月15日至16日、10月22日至23日（周末）. */
function namedDays(speaking: Speaking, stretches: readonly Stretch[]): string {
  const byName = new Map<string, Stretch[]>()
  for (const stretch of stretches) {
    const name = nameOf(speaking, stretch)
    byName.set(name, [...(byName.get(name) ?? []), stretch])
  }
  return [...byName]
    .map(([name, group]) => {
      const days = plainDays(speaking, group)
      return name === '' ? days : say(speaking, 'named', { days, name })
    })
    .join(say(speaking, 'and'))
}

function nameOf(speaking: Speaking, { from, holiday }: Stretch): string {
  if (holiday !== null) {
    // What an office has entered may be the name itself.
    const word = speaking.word(`holiday.${holiday}`)
    return word === `holiday.${holiday}` ? holiday : word
  }
  return isWeekend(from) ? say(speaking, 'weekend') : ''
}

function plainDays(speaking: Speaking, stretches: readonly Stretch[]): string {
  return stretches.map((stretch) => showStretch(speaking, stretch)).join(say(speaking, 'and'))
}

function showStretch(speaking: Speaking, { from, to }: Stretch): string {
  if (from === to) return shortDay(speaking, from)
  // 10月1日至7日, 1 to 7 October: a month that they share is told once.
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const alone = (day: Day) => String(Number(day.slice(8)))
  if (!isOneMonth)
    return say(speaking, 'stretch', { from: shortDay(speaking, from), to: shortDay(speaking, to) })
  return speaking.language === 'zh'
    ? say(speaking, 'stretch', { from: shortDay(speaking, from), to: `${alone(to)}日` })
    : say(speaking, 'stretch', { from: alone(from), to: shortDay(speaking, to) })
}

function shortDay(speaking: Speaking, day: Day): string {
  if (!day.startsWith(speaking.year)) return fullDay(speaking, day)
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return speaking.language === 'zh' ? `${month}月${date}日` : `${date} ${months[month - 1]}`
}

function fullDay({ language }: Speaking, day: Day | Moment): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  const [hour, minute] = day.slice(11).split(':')
  if (language === 'zh') {
    const time = minute === undefined ? '' : `${Number(hour)}时${minute}分`
    return `${year}年${month}月${date}日${time}`
  }
  return `${minute === undefined ? '' : `${hour}:${minute} on `}${date} ${months[month - 1]} ${year}`
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
