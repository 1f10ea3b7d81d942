import type { Server } from 'node:http'
import type { PackSource } from '@anzhi/engine/pack'
import { type Config, socketPath } from './config.ts'
import { buildApp } from './http/app.ts'
import { openLocalSocket } from './http/local-socket.ts'
import { startJobs } from './jobs.ts'
import { type OpenHouse, openHouse } from './open-house.ts'

export interface Running {
  /** Where a browser finds it; undefined when it listens on its own socket only. */
  url: string | undefined
  house: OpenHouse
  stop: () => Promise<void>
}

export interface StartOptions {
  config: Config
  packs: readonly PackSource[]
  /** false: only the local socket, for one command. */
  listen?: boolean
  /** Done before anybody can call: the demonstration is loaded here. */
  prepare?: (house: OpenHouse) => Promise<void>
  log?: (line: string) => void
}

/** Starts the whole server. What was opened is closed again if a later part fails. */
export async function startServer({
  config,
  packs,
  listen = true,
  prepare,
  log = () => {},
}: StartOptions): Promise<Running> {
  const house = await openHouse(config, packs, log)
  const open: (() => Promise<unknown>)[] = [() => house.close()]
  try {
    await prepare?.(house)
    const app = await buildApp(house, config.logLevel === 'silent' ? false : { level: config.logLevel })
    open.unshift(() => closing(app.server, () => app.close()))
    const local = await openLocalSocket(socketPath(config.dataDir), app.routing)
    open.unshift(() => closing(local, () => closed(local)))
    if (listen) open.unshift(startJobs(house.database, (error) => app.log.error(error)))
    const url = listen ? await app.listen({ host: config.host, port: config.port }) : undefined
    return { url, house, stop: once(() => closeAll(open)) }
  } catch (error) {
    await closeAll(open)
    throw error
  }
}

/** Requests under way are answered, no new ones are taken, then the database is left and stopped. */
async function closeAll(open: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of open) await close()
}

/** A caller whose last request was under way keeps its connection for the next one, and would be waited for. */
async function closing(server: Server, close: () => Promise<unknown>): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await close().finally(() => clearInterval(sweep))
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
