import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackSource } from '@anzhi/engine/pack'
import { UsageError } from './io.ts'
import { home } from './place.ts'

const standard = ['base', 'three-year-action'].map((name) => join(home, 'packs', name))

/**
 * Reads packs by path: a JSON file, or a folder with `pack.json` or `pack.ts`. However it was written, only
 * its JSON goes on. Nobody imports a pack.
 */
export async function readPacks(paths: readonly string[] = standard): Promise<PackSource[]> {
  return Promise.all((paths.length === 0 ? standard : paths).map(readPack))
}

async function readPack(path: string): Promise<PackSource> {
  const file = [path, join(path, 'pack.json'), join(path, 'pack.ts')].find(
    (name) => /\.(json|ts)$/.test(name) && existsSync(name),
  )
  if (file === undefined) throw new UsageError(`no pack.json and no pack.ts in ${path}`)
  if (file.endsWith('.json')) return JSON.parse(await readFile(file, 'utf8')) as PackSource
  const written = (await import(pathToFileURL(resolve(file)).href)) as { default: PackSource }
  return JSON.parse(JSON.stringify(written.default)) as PackSource
}
