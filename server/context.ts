import type { Day } from '@anzhi/engine/calendar'
import type { Past } from '@anzhi/engine/change'
import type { Language, Pack } from '@anzhi/engine/pack'
import type { Actor } from '@anzhi/engine/record'
import type { Db } from './store/db.ts'

/** Who acts, with the organs below them: what their sight is made of. */
export interface Seer extends Actor {
  userName: string
  /** The actor's own organ and everything under it. */
  organs: string[]
  /** The password is a one-time password still. */
  passwordExpired?: boolean
  /** The session they came in by; none over the local socket. */
  session?: {
    id: string
    /** Its use has just been written down. */
    isFresh: boolean
  }
}

/** What everything that touches data is given first. `db` is the request's own transaction. */
export interface Context {
  db: Db
  actor: Seer
  pack: Pack
  packVersion: string
  /** The packs that held before: what was written under them is read in the names of this one. */
  past: Past
  today: Day
  /** The server's own clock: when an event is written, whatever day its act is for. */
  at: Date
  language: Language
}
