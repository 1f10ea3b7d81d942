import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

/** A connection or a transaction. Table and column names come from packs, so no table is typed here. */
export type Db = Kysely<unknown> | Transaction<unknown>

/** The pool of the application. Holds no logic; ends with `destroy`. */
export type Database = Kysely<unknown>

/** One connection, of one owner. */
export type Connection = pg.Client

const dateType = 1082

export interface DatabaseOptions {
  url: string
  max?: number
  /** The role that requests act as, when the login is the owner of the tables. */
  role?: string
  onError?: (error: Error) => void
}

/** A connection of its own, for what streams and cannot share one. Whoever opens it ends it. */
export async function openConnection({ url, role }: DatabaseOptions): Promise<Connection> {
  const client = new pg.Client(clientOptions(url, role))
  await client.connect()
  return client
}

/** The same connection, as everything else here asks it. */
export function overConnection(client: Connection): Database {
  const connect = async () => Object.assign(client, { release: () => {} }) as unknown as pg.PoolClient
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: { connect, end: async () => {} } }) })
}

/** Has an installation made its tables in this database? */
export async function hasInstallation(client: Connection): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_namespace where nspname in ('anzhi', 'ledger')")
  return rows.length > 0
}

function clientOptions(url: string, role: string | undefined) {
  return {
    connectionString: url,
    types: { getTypeParser },
    // One zone for the server's own clock, whatever the machine is set to.
    options: `-c TimeZone=Asia/Shanghai -c DateStyle=ISO${role === undefined ? '' : ` -c role=${role}`}`,
  }
}

/** Opens a pool. A lost connection is reported, never thrown out of a timer: the next query meets it. */
export function openDatabase({ url, max = 10, role, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...clientOptions(url, role), max })
  pool.on('error', (error) => onError?.(error))
  // A connection lost between two queries of a transaction tells it to the next one; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}

// A `date` stays the text it is: a JavaScript Date would move it across zones. Big and exact numbers are text already.
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === dateType) return (text: string) => text
  return pg.types.getTypeParser(oid, format as 'text')
}

/** A consistent reading: one snapshot, in which nothing can be written. */
export function reading<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

const retryable = new Set(['40001', '40P01'])
const tries = 4

/**
 * One write: all or nothing. A deadlock or a serialization failure, which says nothing about the request, is
 * tried again from the start.
 */
export async function writing<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().setIsolationLevel('read committed').execute(work)
    } catch (error) {
      if (attempt >= tries || !retryable.has(sqlStateOf(error) ?? '')) throw error
    }
  }
}

/** PostgreSQL's five-character code of an error, if it came from there. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

// Lost or refused connections, a server that starts or stops, and conflicts that did not end.
const busyStates = /^(08...|40001|40P01|53300|55000|55P03|57P0[123])$/
const busyErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Could the same request be done a little later? The database cannot be reached, or is too busy. */
export function isBusy(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as { code?: unknown; syscall?: string; message?: string }
  if (busyStates.test(sqlStateOf(error) ?? '')) return true
  // The socket of an embedded server that is not running.
  if (busyErrors.has(String(code)) || (code === 'ENOENT' && syscall === 'connect')) return true
  return /^Connection terminated|not queryable$/.test(message ?? '')
}

/** Makes a database on a server unless it is there. `url` leads to another database of the same server. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const db = openDatabase({ url, max: 1 })
  try {
    const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(db)
    if (rows.length === 0) await sql`create database ${sql.id(name)}`.execute(db)
  } finally {
    await db.destroy()
  }
}
