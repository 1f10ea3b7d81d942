import type { Pack } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import { seedCalendar } from '../calendar.ts'
import { type Database, type Db, writing } from '../db.ts'
import { applyKept, type KeptStep } from './kept.ts'
import { planTables, type Step } from './plan.ts'
import { systemSteps } from './system.ts'
import type { IndexColumn } from './tables.ts'

/** The role that requests act as: it cannot change a table, nor an event that has been written. */
export const appRole = 'anzhi_app'

// One session at a time changes the schema, whoever starts first.
const schemaLock = 7_220_221_031

/** Brings the database to what this version and this pack need. Doing it again changes nothing. */
export async function applySchema(
  owner: Database,
  pack: Pack,
  packVersion: string,
): Promise<(Step | KeptStep)[]> {
  return writing(owner, async (db) => {
    await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(db)
    await applySystemSteps(db)
    const steps = await planTables(db, pack)
    for (const step of steps) await statementOf(step).execute(db)
    await sql`insert into anzhi.pack (version, composed) values (${packVersion}, ${JSON.stringify(pack)})
      on conflict do nothing`.execute(db)
    const kept = await applyKept(db, pack)
    await seedCalendar(db, pack.calendar)
    await grant(db)
    return [...steps, ...kept]
  })
}

/** Takes the product's own steps that have not been taken; of those, the first `upTo`. */
export async function applySystemSteps(db: Db, upTo = systemSteps.length): Promise<void> {
  await sql`create schema if not exists anzhi`.execute(db)
  await sql`create table if not exists anzhi.step (n integer primary key, applied_at timestamptz default now())`.execute(
    db,
  )
  const { rows } = await sql<{ done: number }>`select count(*)::integer as done from anzhi.step`.execute(db)
  for (const [n, step] of systemSteps.slice(0, upTo).entries()) {
    if (n < rows[0]!.done) continue
    await sql.raw(step).execute(db)
    await sql`insert into anzhi.step (n) values (${n})`.execute(db)
  }
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.id(column)))
}

export function statementOf(step: Step): RawBuilder<unknown> {
  if (step.do === 'createTable') {
    const columns = step.table.columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
    const key = sql`primary key (${names(step.table.primaryKey)})`
    return sql`create table ${sql.id('ledger', step.table.name)} (${sql.join([...columns, key])})`
  }
  if (step.do === 'fillColumns') return fillStatement(step)
  const table = sql.id('ledger', step.table)
  if (step.do === 'addColumn')
    return sql`alter table ${table} add column ${sql.id(step.column)} ${sql.raw(step.type)}`
  if (step.do === 'createIndex') {
    const using = sql.raw(step.index.using ?? 'btree')
    return sql`create index ${sql.id(step.index.name)} on ${table} using ${using}
      (${sql.join(step.index.columns.map(indexColumn))})`
  }
  const { name, columns, table: target, to } = step.key
  return sql`alter table ${table} add constraint ${sql.id(name)} foreign key (${names(columns)})
    references ${sql.id('ledger', target)} (${names(to)}) deferrable initially deferred`
}

function indexColumn(column: IndexColumn): RawBuilder<unknown> {
  if (typeof column === 'string') return sql.id(column)
  const { name, byCode, descending } = column
  return sql`${sql.id(name)} ${sql.raw(byCode ? 'collate "C"' : '')} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`
}

/** The lives that are there take the value that their record has now: nobody knows an earlier one. */
function fillStatement({ span, record, columns }: Extract<Step, { do: 'fillColumns' }>): RawBuilder<unknown> {
  const set = columns.map((column) => sql`${sql.id(column)} = ${sql.id('r', column)}`)
  return sql`update ${sql.id('ledger', span)} s set ${sql.join(set)} from ${sql.id('ledger', record)} r
    where r.district = s.district and r.id = s.record`
}

/**
 * The application's own role. Where the login may not create roles (a shared PostgreSQL), its owner does so
 * beforehand, or the login itself is used: see the decision on two roles.
 */
async function grant(db: Db): Promise<void> {
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
  counter: 'insert, update',
  request: writes,
  session: writes,
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
