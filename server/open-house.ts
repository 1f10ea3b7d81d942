import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { composePacks, type PackProblem, type PackSource } from '@anzhi/engine/pack'
import type { Config } from './config.ts'
import { startEmbedded } from './embedded/index.ts'
import type { House } from './http/house.ts'
import { clock } from './store/clock.ts'
import { ensureDatabase, openConnection, openDatabase } from './store/db.ts'
import { applySchema, appRole, mayBeApp } from './store/schema/apply.ts'

/** A pack that is not sound cannot be served. */
export class PackError extends Error {
  readonly problems: PackProblem[]

  constructor(problems: PackProblem[]) {
    super(
      problems
        .map(({ path, code, given }) => `${path}: ${code}${given === undefined ? '' : ` (${given})`}`)
        .join('\n'),
    )
    this.name = 'PackError'
    this.problems = problems
  }
}

export interface OpenHouse extends House {
  close: () => Promise<void>
}

const database = 'anzhi'

/** Starts the database (or finds the given one), brings its tables to the packs, and opens the application's pool. */
export async function openHouse(
  config: Config,
  packs: readonly PackSource[],
  log: (line: string) => void,
): Promise<OpenHouse> {
  const composed = composePacks(packs)
  if (!composed.ok) throw new PackError(composed.problems)
  const pack = composed.value
  const packVersion = createHash('sha256').update(JSON.stringify(pack)).digest('hex').slice(0, 16)
  await mkdir(join(config.dataDir, 'files'), { recursive: true })
  const server = await databaseServer(config, log)
  try {
    const owner = openDatabase({ url: server.url, max: 2, onError: ({ message }) => log(message) })
    await applySchema(owner, pack, packVersion)
    const role = (await mayBeApp(owner)) ? appRole : undefined
    await owner.destroy()
    const pool = openDatabase({ url: server.url, role, onError: ({ message }) => log(message) })
    return {
      database: pool,
      connect: () => openConnection({ url: server.url, role }),
      pack,
      packVersion,
      files: { folder: join(config.dataDir, 'files') },
      clock,
      secureCookie: config.secureCookie,
      web: config.web,
      close: async () => {
        await pool.destroy()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The database of an installation: the given one, or its own, started. */
export async function databaseServer(config: Config, log: (line: string) => void) {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => {} }
  const server = await startEmbedded({ dataDir: join(config.dataDir, 'postgres'), log })
  const stop = () => server.stop()
  try {
    await ensureDatabase(server.url('postgres'), database)
    return { url: server.url(database), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
