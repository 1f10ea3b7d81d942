import type { Day } from '@anzhi/engine/calendar'
import type { Past } from '@anzhi/engine/change'
import type { Pack } from '@anzhi/engine/pack'
import type { FastifyInstance } from 'fastify'
import type { Connection, Database, Db } from '../store/db.ts'
import type { FileFolder } from '../store/files.ts'
import type { Changer } from '../store/schema/changer.ts'
import type { Plan } from '../store/schema/plan.ts'

/** The HTTP application that routes are added to. */
export type App = FastifyInstance

/** What the running server is made of; every route is given it. */
export interface House {
  database: Database
  /** A connection of its own, which whoever asks for it ends: for what streams. */
  connect: () => Promise<Connection>
  /** The pack that holds, as this process last saw it; `heldPack` looks whether it still does. */
  pack: Pack
  packVersion: string
  /** The packs that held before, and what was renamed since. */
  past: Past
  /** Compares a pack with the one that holds; with `by`, puts it in its place. */
  changePack: (pack: Pack, by?: Changer) => Promise<Plan>
  files: FileFolder
  /** What time it is, and which day: a demonstration has a day of its own. */
  clock: (db: Db) => Promise<{ today: Day; at: Date }>
  /** Cookies only over https, with the `__Host-` prefix. */
  secureCookie: boolean
  /** The folder of the built web application, when it has been built. */
  web: string | undefined
}
