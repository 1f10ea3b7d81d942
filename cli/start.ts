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
  const packs = await readPacks(values.pack)
  const running = await startServer({
    config: configOf(dataDir, values, 'info'),
    packs,
    log: (line) => io.stderr.write(`${line}\n`),
  })
  io.stdout.write(`安治 ${running.url}\n`)
  return untilStopped(running)
}
