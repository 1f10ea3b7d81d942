import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../../problem-error.ts'
import type { Db } from '../db.ts'
import { listShutDoors } from './locked-door.ts'

/** An account as administrators see it. */
export interface Account {
  id: string
  version: number
  userName: string
  person: { id: string; name: string }
  organ: { id: string; name: string } | null
  roles: string[]
  madeAt: string
  signedInAt: string | null
  passwordExpired: boolean
  lockedUntil: string | null
  endedAt: string | null
}

interface AccountRow {
  id: string
  version: number
  user_name: string
  person: string
  name: string
  organ: string | null
  organ_name: string | null
  roles: string[]
  made_at: Date
  signed_in_at: Date | null
  password_expired: boolean
  ended_at: Date | null
}

export interface AccountQuery {
  search?: string | undefined
  limit: number
  after?: string | undefined
}

const accounts = sql`anzhi.account a join ledger.person p on p.district = a.district and p.id = a.person
  left join ledger.organ o on o.district = p.district and o.id = p.organ_id`

/** One page of the accounts of a district, by user name. */
export async function listAccounts(db: Db, district: string, { search, limit, after }: AccountQuery) {
  const where = sql`a.district = ${district} and ${searchSql(search)}`
  const from = after === undefined ? sql`true` : sql`a.user_name collate "C" > ${nameIn(after)}`
  const rows = await readRows(
    db,
    sql`${where} and ${from} order by a.user_name collate "C" limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::integer as n from ${accounts} where ${where}`.execute(db)
  return {
    accounts: page,
    total: counted[0]!.n,
    next: rows.length > limit ? cursorOf(page.at(-1)!) : null,
  }
}

/** An account of the district, or undefined. */
export async function findAccount(db: Db, district: string, id: string): Promise<Account | undefined> {
  const rows = await readRows(db, sql`a.district = ${district} and a.id = ${id}::uuid`)
  return rows[0]
}

async function readRows(db: Db, where: RawBuilder<unknown>): Promise<Account[]> {
  const { rows } = await sql<AccountRow>`
    select a.id, a.version, a.user_name, a.person, p.name, o.id as organ, o.name as organ_name, a.roles, a.made_at,
      a.signed_in_at, a.password_expired, a.ended_at
    from ${accounts} where ${where}`.execute(db)
  const shut = await listShutDoors(
    db,
    rows.map(({ user_name }) => user_name),
  )
  return rows.map((row) => accountOf(row, shut.get(row.user_name)))
}

function accountOf(row: AccountRow, lockedUntil: Date | undefined): Account {
  return {
    id: row.id,
    version: row.version,
    userName: row.user_name,
    person: { id: row.person, name: row.name },
    organ: row.organ === null ? null : { id: row.organ, name: row.organ_name ?? '' },
    roles: row.roles,
    madeAt: row.made_at.toISOString(),
    signedInAt: row.signed_in_at?.toISOString() ?? null,
    passwordExpired: row.password_expired,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** Every word occurs in the user name or in the person's, whatever its capitals. */
function searchSql(search = ''): RawBuilder<unknown> {
  const words = search.trim().toLowerCase().split(/\s+/)
  const found = words.map(
    (word) => sql`(strpos(lower(a.user_name), ${word}) > 0 or strpos(lower(p.name), ${word}) > 0)`,
  )
  return sql`(${sql.join(found, sql` and `)})`
}

const cursorOf = ({ userName }: Account) => Buffer.from(JSON.stringify([userName])).toString('base64url')

/** A cursor comes back from outside. */
function nameIn(cursor: string): string {
  try {
    const [name, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof name === 'string' && rest.length === 0 && !/\p{Surrogate}|\0/u.test(name)) return name
  } catch {
    // Told below, like every other cursor that is none.
  }
  return refuse('badCursor', 'after')
}
