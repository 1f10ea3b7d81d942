import { chmod, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'

const local = new WeakSet<object>()

/** Did a request come through the installation's own socket file? */
export function isLocal(socket: object): boolean {
  return local.has(socket)
}

/**
 * Opens the socket through which the command line talks to the running server. Whoever may open the file is
 * trusted to act as anybody: it is readable and writable by the installation's own user only.
 */
export async function openLocalSocket(path: string, listener: RequestListener): Promise<Server> {
  await rm(path, { force: true })
  const server = createServer(listener)
  server.on('connection', (socket: Socket) => local.add(socket))
  const umask = process.umask(0o077)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
  } finally {
    process.umask(umask)
  }
  await chmod(path, 0o600)
  return server
}
