import { sql } from 'kysely'
import type { Database } from './db.ts'

/** Does the database answer? */
export async function isReady(database: Database): Promise<boolean> {
  try {
    await sql`select 1 from anzhi.district limit 1`.execute(database)
    return true
  } catch {
    return false
  }
}
