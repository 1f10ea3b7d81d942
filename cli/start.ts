import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startServer } from '@anzhi/server'
import type { Io } from './io.ts'
import { readPacks } from './packs.ts'
import { defaultData } from './place.ts'
import { configOf, untilStopped } from './serve.ts'

/** Starts the server for an office of its own and runs until it is told to stop. */
export async function startCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      pack: { type: 'string', multiple: true },
    },
  })
  const dataDir = values.data ?? process.env.ANZHI_DATA ?? defaultData('data')
  const config = configOf(dataDir, values, 'info')
  if (config.databaseUrl === undefined && !existsSync(config.dataDir)) {
    io.stderr.write(`there is no office in ${config.dataDir} yet; anzhi init makes one\n`)
    return 1
  }
  const packs = await readPacks(values.pack)
  const running = await startServer({
    config,
    packs,
    log: logTo(io),
  })
  io.stdout.write(`安治 ${running.url}\n`)
  return untilStopped(running)
}

/** What the database says, in the same form as the server's own log: a line of JSON each. */
function logTo(io: Io): (line: string) => void {
  return (msg) =>
    io.stdout.write(`${JSON.stringify({ level: 30, time: Date.now(), part: 'database', msg })}\n`)
}
