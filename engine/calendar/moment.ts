import { isDay } from './day.ts'

/** A minute in Asia/Shanghai, written 2022-10-31T14:30. Compares as text. */
export type Moment = string

/** Is this a minute that exists? Years 1900 to 2999. */
export function isMoment(value: unknown): value is Moment {
  if (typeof value !== 'string' || !/^\S{10}T([01]\d|2[0-3]):[0-5]\d$/.test(value)) return false
  return isDay(value.slice(0, 10))
}

/** The same minute so many hours later (earlier when negative). China has kept one time without summer time since 1992. */
export function addHours(moment: Moment, hours: number): Moment {
  return new Date(Date.parse(`${moment}Z`) + hours * 3_600_000).toISOString().slice(0, 16)
}
