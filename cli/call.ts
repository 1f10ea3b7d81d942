import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { socketPath, startServer } from '@anzhi/server'
import { readPacks } from './packs.ts'
import { configOf } from './serve.ts'

/** Asks the installation's server, as a named person. */
export type Ask = (path: string) => Promise<{ status: number; bytes: Buffer }>

/**
 * Does some work with the installation in `dataDir`: through the socket of the server that is running there,
 * or else through one started for this command alone.
 */
export async function withInstallation<T>(
  dataDir: string,
  as: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const path = socketPath(dataDir)
  const ask: Ask = (url) => get(path, url, as)
  if (existsSync(path) && (await answers(ask))) return work(ask)
  const running = await startServer({
    config: configOf(dataDir, {}, 'warn'),
    packs: await readPacks(),
    listen: false,
  })
  try {
    return await work(ask)
  } finally {
    await running.stop()
  }
}

async function answers(ask: Ask): Promise<boolean> {
  try {
    return (await ask('/api/health')).status === 200
  } catch {
    return false
  }
}

function get(socket: string, path: string, as: string): Promise<{ status: number; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-anzhi-as': encodeURIComponent(as) }
    const call = request({ socketPath: socket, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(chunks) }))
    })
    call.on('error', reject)
    call.end()
  })
}
