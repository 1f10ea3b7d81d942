import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { hashing } from './hashing.ts'

/** Contents by their hash, in a folder: written once, never changed. */
export interface FileFolder {
  folder: string
}

/** Where a content lies. */
export function contentPath({ folder }: FileFolder, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Puts a content away, safely on disk before its record is made. The same content again costs nothing. */
export async function keepContent(files: FileFolder, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const path = contentPath(files, sha256)
  // It got its name when it was safe.
  if (existsSync(path)) return sha256
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
  await syncFolder(join(path, '..'))
  return sha256
}

/** The same for a content that comes in pieces; its hash is known at the end. */
export async function keepStream(files: FileFolder, content: Readable): Promise<string> {
  await mkdir(files.folder, { recursive: true })
  const part = join(files.folder, `${randomUUID()}.part`)
  const { through, digest } = hashing()
  await pipeline(content, through, createWriteStream(part, { flags: 'wx', mode: 0o640, flush: true }))
  const sha256 = digest()
  const path = contentPath(files, sha256)
  await mkdir(join(path, '..'), { recursive: true })
  await rename(part, path)
  await syncFolder(join(path, '..'))
  return sha256
}

/** A name is safe when its folder is; Windows keeps them by itself and opens no folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function readContent(files: FileFolder, sha256: string): Promise<Buffer> {
  return readFile(contentPath(files, sha256))
}
