import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { findRegister } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { findRecord } from './records.ts'

/** Contents by their hash, in a folder: written once, never changed. */
export interface FileFolder {
  folder: string
}

function pathOf({ folder }: FileFolder, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Puts a content away, safely on disk before its record is made. The same content again costs nothing. */
export async function keepContent(files: FileFolder, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const path = pathOf(files, sha256)
  await mkdir(join(path, '..'), { recursive: true })
  const part = `${path}.${randomUUID()}.part`
  const handle = await open(part, 'wx', 0o640)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, path)
  return sha256
}

export function readContent(files: FileFolder, sha256: string): Promise<Buffer> {
  return readFile(pathOf(files, sha256))
}

interface UseRow {
  register: string
  record: string
}

/** May the actor open a file? Who handed it in may, and whoever sees a record that shows it. */
export async function maySeeFile(context: Context, id: string): Promise<boolean> {
  const { db, actor, pack } = context
  const own = await sql`
    select 1 from anzhi.event where district = ${actor.district} and register = 'file' and record = ${id}::uuid
      and version = 1 and account = ${actor.account}::uuid`.execute(db)
  if (own.rows.length > 0) return true
  const { rows } = await sql<UseRow>`
    select register, record from anzhi.file_use where district = ${actor.district} and file = ${id}::uuid`.execute(
    db,
  )
  for (const use of rows) {
    const register = findRegister(pack, use.register)
    if (register !== undefined && (await findRecord(context, register, use.record)) !== undefined) return true
  }
  return false
}
