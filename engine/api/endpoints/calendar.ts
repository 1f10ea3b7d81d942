import { z } from 'zod'
import { standings } from '../../calendar/index.ts'
import { endpoint } from '../endpoint.ts'
import { day, language, name } from '../shapes.ts'

const listedDay = z.object({
  day,
  /** Off, or worked although it is a Saturday or a Sunday. */
  kind: z.enum(['work', 'off']),
  /** For the sake of which holiday: a word of the pack (`nationalDay`), or its name. */
  holiday: z.string().min(1).max(40).optional(),
})

/** From when until when working days are known, both included; null when nothing is. */
const known = { knownFrom: day.nullable(), knownUntil: day.nullable() }

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/calendar',
  summary:
    'The days of a period, worked or off; beyond what is known, neither. The year of today unless said.',
  query: z.object({ from: day.optional(), to: day.optional() }),
  answer: z.object({
    ...known,
    days: z.array(
      z.object({ day, kind: z.enum(['work', 'off']).nullable(), holiday: z.string().nullable() }),
    ),
  }),
})

export const enterCalendar = endpoint({
  method: 'POST',
  path: '/api/calendar',
  summary:
    "Enter the State Council's notice on the holidays of a year, whole: it takes the place of what was known of it. For administrators.",
  body: z.object({
    year: z.int().min(1900).max(2999),
    /** The notice, as it is cited. */
    source: z.string().min(1).max(200),
    /** Every day that it names; from 29 December of the year before to 28 December. */
    days: z.array(listedDay).min(1).max(200),
  }),
  answer: z.object({ year: z.int(), ...known }),
})

export const readDeadline = endpoint({
  method: 'GET',
  path: '/api/deadlines',
  summary: 'When a time limit of the pack ends that begins on a day (one of hours: at a minute), and why.',
  query: z.object({
    clock: name,
    /** 2022-10-31, or 2022-10-31T14:30 for a limit of hours; Asia/Shanghai. */
    from: z.string().max(16),
    language,
  }),
  answer: z.object({
    clock: z.string(),
    due: z.string(),
    explanation: z.string(),
    /** Whether its number is law, one place's rule, or not checked. */
    standing: z.enum(standings),
  }),
})
