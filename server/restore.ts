import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { databaseServer } from './open-house.ts'
import { ArchiveProblem, type Manifest } from './store/archive/manifest.ts'
import { openArchive } from './store/archive/open-archive.ts'
import { restoreArchive } from './store/archive/restore-archive.ts'
import { hasInstallation, openConnection } from './store/db.ts'

/**
 * Makes an installation from a backup, where there is none yet: an empty (or missing) data folder, and with
 * `DATABASE_URL` a database without an installation. Problem: `ArchiveProblem`; then nothing is left behind.
 */
export async function restoreInstallation(
  config: Config,
  path: string,
  log: (line: string) => void = () => {},
): Promise<Manifest> {
  await needEmpty(config.dataDir)
  const archive = await openArchive(path)
  try {
    await mkdir(config.dataDir, { recursive: true })
    const server = await databaseServer(config, log)
    try {
      await fill(server.url, join(config.dataDir, 'files'), archive)
    } finally {
      await server.stop()
    }
    return archive.manifest
  } catch (error) {
    // It was empty before.
    for (const name of await readdir(config.dataDir).catch(() => []))
      await rm(join(config.dataDir, name), { recursive: true, force: true })
    throw error
  } finally {
    archive.close()
  }
}

async function needEmpty(dataDir: string): Promise<void> {
  const there = existsSync(dataDir) ? await readdir(dataDir) : []
  if (there.length > 0)
    throw new ArchiveProblem(`${dataDir} is not empty; a backup is restored into an empty folder`)
}

async function fill(url: string, folder: string, archive: Awaited<ReturnType<typeof openArchive>>) {
  const client = await openConnection({ url })
  try {
    if (await hasInstallation(client)) throw new ArchiveProblem('the database holds an installation already')
    await restoreArchive(client, { folder }, archive)
  } finally {
    await client.end()
  }
}
