import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, name } from '../shapes.ts'

const moment = z.iso.datetime()
const password = z.string().min(1).max(200)

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/account/password',
  summary: 'Change your own password; your other sessions end.',
  whileExpired: true,
  body: z.object({ current: password, password }),
  answer: z.object({}),
})

export const listOwnSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  summary: 'Where you are signed in.',
  answer: z.object({
    sessions: z.array(
      z.object({
        id,
        /** What the browser says it is; null where that is nothing we know. */
        device: z.string().nullable(),
        createdAt: moment,
        /** To the minute. */
        usedAt: moment,
        /** It ends by then at the latest; two hours after it was last used it ends too. */
        expiresAt: moment,
        isThis: z.boolean(),
      }),
    ),
  }),
})

export const endOwnSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  summary: 'End one of your sessions.',
  params: z.object({ id }),
  answer: z.object({}),
})

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  summary: 'End all your sessions but this one.',
  answer: z.object({ ended: z.int() }),
})

const account = z.object({
  id,
  /** A change names the version it was made on. */
  version: z.int(),
  userName: z.string(),
  person: z.object({ id, name: z.string() }),
  /** null where the person is in no organ: then nobody can sign in. */
  organ: z.object({ id, name: z.string() }).nullable(),
  roles: z.array(z.string()),
  madeAt: moment,
  /** The last time that somebody signed in with it. */
  signedInAt: moment.nullable(),
  /** Its password is a one-time password still. */
  passwordExpired: z.boolean(),
  /** After too many failures; null while its door is open. */
  lockedUntil: moment.nullable(),
  endedAt: moment.nullable(),
})

/** Open records that wait for this account and nobody else; to be listed by their states and the field. */
const work = z.object({
  register: z.string(),
  /** Given to the person, or waiting for a role in an organ where nobody else has it. */
  why: z.enum(['given', 'nobodyElse']),
  states: z.array(z.string()),
  /** The field that names the person or the organ; null where the step looks at no organ. */
  field: z.string().nullable(),
  of: id.nullable(),
  records: z.int(),
})

const withWork = z.object({ account, work: z.array(work) })
/** The password is told this once and kept nowhere. */
const withPassword = z.object({ account, password: z.string() })

const ofAccount = z.object({ id })
const seen = z.object({ version: z.int().min(1) })
const roles = z.array(name).min(1).max(20)

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  summary: 'The accounts of the district, by user name; those that have ended too. For administrators.',
  administrators: true,
  query: z.object({
    /** A part of the user name or of the person's name. */
    search: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
    after: z.string().max(2_000).optional(),
  }),
  answer: z.object({
    accounts: z.array(account),
    total: z.int(),
    next: z.string().nullable(),
    /** Roles that an account can be given. */
    roles: z.array(z.string()),
  }),
})

export const readAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/:id',
  summary: 'One account, and the open records that wait for it and nobody else. For administrators.',
  administrators: true,
  params: ofAccount,
  answer: withWork,
})

export const makeAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  summary:
    'Make an account for a person of the register; its one-time password is told once. For administrators.',
  administrators: true,
  body: z.object({ userName: z.string().min(1).max(60), person: id, roles }),
  answer: withPassword,
})

export const changeRoles = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/roles',
  summary: 'Give an account other roles; they hold from the next request on. For administrators.',
  administrators: true,
  params: ofAccount,
  body: seen.extend({ roles }),
  answer: withWork,
})

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/password',
  summary: 'Give an account a new one-time password; its sessions end. For administrators.',
  administrators: true,
  params: ofAccount,
  body: seen,
  answer: withPassword,
})

export const endAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/end',
  summary: 'End an account; what still waits for it is told, to be handed over. For administrators.',
  administrators: true,
  params: ofAccount,
  body: seen,
  answer: withWork,
})

export const reopenAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/reopen',
  summary: 'Open an account again that had ended, with a new one-time password. For administrators.',
  administrators: true,
  params: ofAccount,
  body: seen,
  answer: withPassword,
})

export const resetFromHere = endpoint({
  method: 'POST',
  path: '/api/account/reset',
  summary: "A new one-time password for a user name. Over the installation's own socket only.",
  open: true,
  body: z.object({ userName: z.string().min(1).max(60) }),
  answer: z.object({ password: z.string() }),
})
