import { PassThrough } from 'node:stream'
import { endpoints } from '@anzhi/engine/api'
import type { App, House } from '../http/house.ts'
import { isLocal } from '../http/local-socket.ts'
import { openRoute } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { writeArchive } from '../store/archive/write-archive.ts'

/** The whole installation, for whoever may read its folder anyway. */
export function addBackupRoutes(app: App, house: House): void {
  openRoute(app, endpoints.takeBackup, async ({ query }, request) => {
    if (!isLocal(request.raw.socket)) return refuse('notFound')
    const client = await house.connect()
    const content = new PassThrough()
    writeArchive(client, house.files, query.purpose, content)
      // Half an archive breaks off, so that nobody takes it for a whole one.
      .catch((error: unknown) => {
        request.log.error(error)
        content.destroy(error as Error)
      })
      .finally(() => client.end())
    return { content, mediaType: 'application/zip', saveAs: 'anzhi.zip' }
  })
}
