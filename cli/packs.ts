import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackSource } from '@anzhi/engine/pack'
import { UsageError } from './io.ts'
import { home } from './place.ts'

const standard = ['base', 'three-year-action'].map((name) => join(home, 'packs', name))

/**
 * Reads packs by path: a JSON file, or a folder with `pack.ts` or `pack.json`; of both the first, from which
 * the other was built. However it was written, only its JSON goes on. Nobody imports a pack.
 */
export async function readPacks(paths: readonly string[] = standard): Promise<PackSource[]> {
  return Promise.all((paths.length === 0 ? standard : paths).map(readPack))
}

async function readPack(path: string): Promise<PackSource> {
  const file = [path, join(path, 'pack.ts'), join(path, 'pack.json')].find(
    (name) => /\.(json|ts)$/.test(name) && existsSync(name),
  )
  if (file === undefined) throw new UsageError(`no pack.ts and no pack.json in ${path}`)
  try {
    return JSON.parse(await jsonOf(file)) as PackSource
  } catch (error) {
    throw new UnreadablePack(`${file}: ${(error as Error).message}`)
  }
}

async function jsonOf(file: string): Promise<string> {
  if (file.endsWith('.json')) return readFile(file, 'utf8')
  const written = (await import(pathToFileURL(resolve(file)).href)) as { default?: PackSource }
  if (written.default === undefined) throw new Error('exports no pack as its default')
  return JSON.stringify(written.default)
}

/** The file is there, but is no JSON or cannot be run. */
class UnreadablePack extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnreadablePack'
  }
}
