import { sql } from 'kysely'
import type { Database, Db } from '../db.ts'

/** The role that requests act as: it cannot change a table, nor an event that has been written. */
export const appRole = 'anzhi_app'

/**
 * The application's own role. Where the login may not create roles (a shared PostgreSQL), its owner does so
 * beforehand, or the login itself is used: see the decision on two roles.
 */
export async function grant(db: Db): Promise<void> {
  if (!(await hasAppRole(db))) return
  const role = sql.id(appRole)
  await sql`grant usage on schema anzhi, ledger to ${role}`.execute(db)
  await sql`revoke all on all tables in schema anzhi, ledger from ${role}`.execute(db)
  await sql`grant select on all tables in schema anzhi, ledger to ${role}`.execute(db)
  // How far entries have been numbered.
  await sql`grant select on all sequences in schema anzhi to ${role}`.execute(db)
  for (const { name, may } of await grantsIn(db)) {
    await sql`grant ${sql.raw(may)} on ${sql.id(...name)} to ${role}`.execute(db)
  }
}

/**
 * What is only ever written once (events, which files were shown) can be added and nothing else; records can be
 * changed but never deleted. Sessions end; and what stands beside a record (its life, its parts) is written anew.
 */
async function grantsIn(db: Db): Promise<{ name: [string, string]; may: string }[]> {
  // No field has a column of the name `record`: only what stands beside the records does.
  const { rows } = await sql<{ schema: string; name: string; beside: boolean }>`
    select schemaname as schema, tablename as name, exists (
      select from pg_attribute where attrelid = format('%I.%I', schemaname, tablename)::regclass and attname = 'record'
    ) as beside from pg_tables where schemaname in ('anzhi', 'ledger')`.execute(db)
  return rows.flatMap(({ schema, name, beside }) => {
    const may = schema === 'anzhi' ? systemGrants[name] : beside ? writes : 'insert, update'
    return may === undefined ? [] : [{ name: [schema, name], may }]
  })
}

const writes = 'insert, update, delete'
const systemGrants: Record<string, string | undefined> = {
  event: 'insert',
  trail: 'insert',
  seal: 'insert',
  seal_entry: 'insert',
  file_use: 'insert',
  number: 'insert, update',
  merged: 'insert',
  counter: 'insert, update',
  request: writes,
  session: writes,
  sign_in_failure: writes,
  district: 'insert, update',
  setting: 'insert, update',
  // A notice takes the place of an earlier one for its year; that one is kept as an event.
  calendar_day: writes,
  account: 'insert, update',
  tree: writes,
  record_seen: writes,
}

// Roles belong to the whole server: another database of it may be making the same one at this moment.
const createRole = `do $$ begin
    create role ${appRole} nologin;
    grant ${appRole} to current_user;
  exception when duplicate_object or unique_violation then null;
  end $$`

/** Is there an application role, or can one be made? */
async function hasAppRole(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean; may: boolean }>`
    select exists (select from pg_roles where rolname = ${appRole}) as there,
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may`.execute(db)
  const { there, may } = rows[0]!
  if (!there && may) {
    await sql.raw(createRole).execute(db)
  }
  return there || may
}

/** May this login act as the application's role? */
export async function mayBeApp(owner: Database): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = ${appRole}), false) as may`.execute(
    owner,
  )
  return rows[0]!.may
}
