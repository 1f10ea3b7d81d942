import { sql } from 'kysely'
import type { Seer } from '../../context.ts'
import type { Db } from '../db.ts'

/** What happens that is no act on a record. */
export type TrailEntry = 'signIn' | 'signInRefused' | 'signOut' | 'export' | 'backup' | 'changePack' | 'grant'

/** Writes down what somebody did; nobody where it was not a person of a district. */
export async function noteTrail(
  db: Db,
  by: Pick<Seer, 'account' | 'district' | 'name'> | null,
  what: TrailEntry,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await sql`insert into anzhi.trail (at, district, account, by_name, what, detail)
    values (clock_timestamp(), ${by?.district ?? null}, ${by?.account ?? null}::uuid, ${by?.name ?? null}, ${what},
      ${JSON.stringify(detail)}::jsonb)`.execute(db)
}
