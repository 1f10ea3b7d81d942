import { z } from 'zod'
import type { Pack } from '../../pack/index.ts'
import { endpoint } from '../endpoint.ts'
import { day, id } from '../shapes.ts'

const person = z.object({
  account: id,
  name: z.string(),
  userName: z.string(),
  roles: z.array(z.string()),
  organ: z.object({ id, name: z.string() }),
  /** The password is a one-time password: until it is changed nothing else is open. */
  passwordExpired: z.boolean(),
  district: z.object({ id: z.string(), name: z.string() }),
  /** The day it is here; a demonstration has a day of its own, and says so. */
  today: day,
  demonstration: z.boolean(),
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with user name and password; the session is a cookie.',
  open: true,
  body: z.object({ userName: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
  answer: person,
})

export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, and what day it is here.',
  whileExpired: true,
  answer: person,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'End this session.',
  answer: z.object({}),
})

export const readPack = endpoint({
  method: 'GET',
  path: '/api/pack',
  summary: 'Registers, lives, indicators and words, as this installation has them.',
  answer: z.custom<Pack>(),
})
