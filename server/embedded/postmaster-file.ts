import { readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'

/** What postmaster.pid says: lines 1, 4, 5 and 8 of it (PostgreSQL, src/include/utils/pidfile.h). */
export interface PostmasterNote {
  pid: number
  port: number
  socketDir: string
  /** `starting`, `stopping`, `ready` or `standby`; empty early on. */
  status: string
}

/** Reads postmaster.pid; undefined when there is none, or it is just being written. */
export async function findNote(dataDir: string): Promise<PostmasterNote | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketDir, , , status] = text.split('\n')
  if (!Number(pid)) return undefined
  return {
    pid: Math.abs(Number(pid)),
    port: Number(port),
    socketDir: socketDir ?? '',
    status: status?.trim() ?? '',
  }
}

/** Whether somebody listens at the socket of the note, even one whose process cannot be seen from here. */
export function hasListener(note: PostmasterNote): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(join(note.socketDir, `.s.PGSQL.${note.port}`))
    const answer = (listens: boolean) => {
      socket.destroy()
      resolve(listens)
    }
    socket.setTimeout(2000, () => answer(true))
    socket.on('connect', () => answer(true)).on('error', () => answer(false))
  })
}
