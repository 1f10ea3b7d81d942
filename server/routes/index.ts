import type { App, House } from '../http/house.ts'
import { addAccountRoutes } from './accounts.ts'
import { addActRoutes } from './acts.ts'
import { addBackupRoutes } from './backup.ts'
import { addCalendarRoutes } from './calendar.ts'
import { addFigureRoutes } from './figures.ts'
import { addFileRoutes } from './files.ts'
import { addHealthRoutes } from './health.ts'
import { addOwnAccountRoutes } from './own-account.ts'
import { addPackRoutes } from './packs.ts'
import { addRecordRoutes } from './records.ts'
import { addReportRoutes } from './reports.ts'
import { addSessionRoutes } from './session.ts'
import { addTrailRoutes } from './trail.ts'

/** Every endpoint of the contract. */
export function addRoutes(app: App, house: House): void {
  addHealthRoutes(app, house)
  addSessionRoutes(app, house)
  addOwnAccountRoutes(app, house)
  addAccountRoutes(app, house)
  addRecordRoutes(app, house)
  addActRoutes(app, house)
  addFileRoutes(app, house)
  addFigureRoutes(app, house)
  addReportRoutes(app, house)
  addCalendarRoutes(app, house)
  addBackupRoutes(app, house)
  addTrailRoutes(app, house)
  addPackRoutes(app, house)
}
