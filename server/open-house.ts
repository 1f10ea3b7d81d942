import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { composePacks, type Pack, type PackProblem, type PackSource } from '@anzhi/engine/pack'
import type { Config } from './config.ts'
import { startEmbedded } from './embedded/index.ts'
import type { House } from './http/house.ts'
import { clock } from './store/clock.ts'
import { type Database, ensureDatabase, openConnection, openDatabase, reading } from './store/db.ts'
import { applySchema } from './store/schema/apply.ts'
import type { Changer } from './store/schema/changer.ts'
import { appRole, mayBeApp } from './store/schema/grants.ts'
import { readChanges } from './store/schema/past.ts'
import { type Plan, planChange } from './store/schema/plan.ts'
import { sayPlan } from './store/schema/say-plan.ts'

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
  const pack = composed(packs)
  const packVersion = versionOf(pack)
  await mkdir(join(config.dataDir, 'files'), { recursive: true })
  const server = await databaseServer(config, log)
  const onError = ({ message }: Error) => log(message)
  try {
    const { role, past } = await asOwner(server.url, async (owner) => {
      tell(await applySchema(owner, pack, packVersion), log)
      const role = (await mayBeApp(owner)) ? appRole : undefined
      return { role, past: await readChanges(owner) }
    })
    const pool = openDatabase({ url: server.url, role, onError })
    return {
      database: pool,
      connect: () => openConnection({ url: server.url, role }),
      pack,
      packVersion,
      past,
      changePack: (next, by) => asOwner(server.url, (owner) => changePack(owner, next, by)),
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

/** What a start has changed in an installation that was there, in words. */
function tell(plan: Plan, log: (line: string) => void): void {
  const { from, to, steps } = sayPlan('zh', plan)
  if (from === null || (from === to && steps.length === 0)) return
  for (const line of [`${from} → ${to}`, ...steps.map(({ text }) => text)]) log(line)
}

/**
 * Compares packs with those that hold in an installation whose server does not run; with `apply`, puts them in their
 * place.
 */
export async function changePacks(
  config: Config,
  packs: readonly PackSource[],
  apply: boolean,
): Promise<Plan> {
  const pack = composed(packs)
  const server = await databaseServer(config, () => {})
  try {
    return await asOwner(server.url, (owner) =>
      apply ? applySchema(owner, pack, versionOf(pack)) : changePack(owner, pack),
    )
  } finally {
    await server.stop()
  }
}

function changePack(owner: Database, pack: Pack, by?: Changer): Promise<Plan> {
  const version = versionOf(pack)
  if (by !== undefined) return applySchema(owner, pack, version, by)
  return reading(owner, (db) => planChange(db, pack, version))
}

function composed(packs: readonly PackSource[]): Pack {
  const found = composePacks(packs)
  if (!found.ok) throw new PackError(found.problems)
  return found.value
}

/** A pack is called by what it says: the same content is the same version, wherever it was composed. */
function versionOf(pack: Pack): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex').slice(0, 16)
}

/** The login that may change tables, for as long as it is needed. */
async function asOwner<T>(url: string, work: (owner: Database) => Promise<T>): Promise<T> {
  const owner = openDatabase({ url, max: 2, onError: () => {} })
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
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
