import { createWriteStream, existsSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { socketPath, startServer } from '@anzhi/server'
import { UsageError } from './io.ts'
import { readPacks } from './packs.ts'
import { configOf } from './serve.ts'

/** Asks the installation's server, as a named person; with a body it is told something. */
export type Ask = (path: string, body?: object) => Promise<{ status: number; bytes: Buffer }>

/** Asks for what is too large to hold, and lets it run into a file. A broken answer is thrown. */
export type Pour = (path: string, file: string) => Promise<void>

/**
 * Does some work with the installation in `dataDir`: through the socket of the server that is running there,
 * or else through one started for this command alone.
 */
export async function withInstallation<T>(
  dataDir: string,
  as: string,
  work: (ask: Ask, pour: Pour) => Promise<T>,
): Promise<T> {
  const path = socketPath(dataDir)
  const ask: Ask = async (url, body) => {
    const answer = await send(path, url, as, body)
    return { status: answer.statusCode ?? 0, bytes: await buffer(answer) }
  }
  const pour: Pour = async (url, file) => {
    const answer = await send(path, url, as)
    if (answer.statusCode !== 200) throw new UsageError((await buffer(answer)).toString('utf8'))
    await pipeline(answer, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
  }
  if (existsSync(path) && (await answers(ask))) return work(ask, pour)
  const running = await startServer({
    config: configOf(dataDir, {}, 'warn'),
    packs: await readPacks(),
    listen: false,
  })
  try {
    return await work(ask, pour)
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

function send(socket: string, path: string, as: string, body?: object): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { 'x-anzhi-as': encodeURIComponent(as), ...json }
    const method = body === undefined ? 'GET' : 'POST'
    const call = request({ socketPath: socket, path, method, headers, agent: false }, resolve)
    call.on('error', reject)
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
