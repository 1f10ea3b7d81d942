import type { Day } from '@anzhi/engine/calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Seer } from '../../context.ts'
import type { Db } from '../db.ts'
import { belowSql, pathSql } from '../tree.ts'
import { hashOfToken, isAlive, isFresh } from './sessions.ts'

interface SeerRow {
  id: string
  user_name: string
  district: string
  person: string
  roles: string[]
  password_expired: boolean
  name: string
  organ: string
  session: Seer['session'] | null
  /** null where the organ was a mistake. */
  above: string[] | null
  below: string[] | null
}

/** Who a session token belongs to, or undefined when it has ended. */
export function findBySession(db: Db, token: string, today: Day): Promise<Seer | undefined> {
  const session = sql`select s.account, jsonb_build_object('id', s.id, 'isFresh', ${isFresh}) as session
    from anzhi.session s where s.token_hash = ${hashOfToken(token)} and ${isAlive}`
  return findSeer(db, today, sql`join (${session}) s on s.account = a.id`)
}

/** Who has a user name, for a caller that is trusted already (the local socket). */
export function findByUserName(db: Db, userName: string, today: Day): Promise<Seer | undefined> {
  const session = sql`cross join (select null::jsonb as session) s`
  return findSeer(db, today, session, sql`and a.user_name = ${userName}`)
}

/** The account with the organs above and below its person's own as they stand today; a person without an organ sees nothing, and is nobody. */
async function findSeer(
  db: Db,
  today: Day,
  session: RawBuilder<unknown>,
  which: RawBuilder<unknown> = sql``,
): Promise<Seer | undefined> {
  const [district, organ] = [sql.ref('me.district'), sql.ref('me.organ')]
  const { rows } = await sql<SeerRow>`
    with me as (
      select a.id, a.user_name, a.district, a.person, a.roles, a.password_expired, p.name, p.organ_id as organ, s.session
      from anzhi.account a join ledger.person p on p.district = a.district and p.id = a.person ${session}
      where a.ended_at is null and p.organ_id is not null ${which}
    )
    select me.*, ${pathSql(district, 'organ', organ, today)} as above, ${belowSql(district, 'organ', organ, today)} as below,
      -- Said to the database too, so that row-level security can be added without touching a route.
      set_config('anzhi.account', me.id::text, true), set_config('anzhi.district', me.district, true)
    from me`.execute(db)
  return rows[0] === undefined ? undefined : seerOf(rows[0])
}

function seerOf(row: SeerRow): Seer {
  return {
    account: row.id,
    userName: row.user_name,
    person: row.person,
    name: row.name,
    district: row.district,
    roles: row.roles,
    passwordExpired: row.password_expired,
    ...(row.session === null ? {} : { session: row.session }),
    organPath: row.above ?? [row.organ],
    organs: row.below ?? [],
  }
}
