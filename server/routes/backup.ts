import { endpoints } from '@anzhi/engine/api'
import type { App, House } from '../http/house.ts'
import { isLocal } from '../http/local-socket.ts'
import { openRoute } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { streamArchive } from '../store/archive/write-archive.ts'
import { writing } from '../store/db.ts'
import { noteTrail } from '../store/trail/trail.ts'

/** The whole installation, for whoever may read its folder anyway. */
export function addBackupRoutes(app: App, house: House): void {
  openRoute(app, endpoints.takeBackup, async ({ query }, request) => {
    if (!isLocal(request.raw.socket)) return refuse('notFound')
    await writing(house.database, (db) => noteTrail(db, null, 'backup', query))
    const content = streamArchive(await house.connect(), house.files, query.purpose)
    content.on('error', (error) => request.log.error(error))
    return { content, mediaType: 'application/zip', saveAs: 'anzhi.zip' }
  })
}
