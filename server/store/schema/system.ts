import { accountSteps } from '../accounts/tables.ts'
import { trailSteps } from '../trail/tables.ts'

/**
 * The tables that no pack declares, as steps that are applied once, in order, and never changed afterwards.
 * Every key of what belongs to a district begins with it.
 */
export const systemSteps: readonly string[] = [
  `create schema if not exists anzhi`,
  `create schema if not exists ledger`,
  `create table anzhi.district (
     id text primary key,
     name text not null,
     -- The organ that reports for the district.
     office uuid
   )`,
  `create table anzhi.pack (
     version text primary key,
     composed jsonb not null,
     applied_at timestamptz not null default now(),
     n bigint generated always as identity unique
   )`,
  `create table anzhi.setting (name text primary key, value jsonb not null)`,
  `create table anzhi.account (
     id uuid primary key,
     district text not null references anzhi.district,
     user_name text not null unique,
     password_hash text not null,
     person uuid not null,
     roles text[] not null,
     failures integer not null default 0,
     locked_until timestamptz,
     ended_at timestamptz
   )`,
  `create table anzhi.session (
     token_hash bytea primary key,
     account uuid not null references anzhi.account,
     created_at timestamptz not null default now(),
     used_at timestamptz not null default now(),
     expires_at timestamptz not null
   )`,
  `create index session_account on anzhi.session (account)`,
  `create table anzhi.event (
     district text not null,
     seq bigint generated always as identity,
     register text not null,
     record uuid not null,
     version integer not null,
     act text not null,
     day date not null,
     at timestamptz not null,
     account uuid not null,
     by_name text not null,
     pack text not null,
     reason text,
     before jsonb not null,
     after jsonb not null,
     primary key (district, seq),
     unique (district, register, record, version)
   )`,
  `create table anzhi.counter (
     district text not null,
     register text not null,
     field text not null,
     year text not null,
     n integer not null,
     primary key (district, register, field, year)
   )`,
  `create table anzhi.request (
     district text not null,
     account uuid not null,
     key text not null,
     hash text not null,
     answer jsonb,
     at timestamptz not null default now(),
     primary key (district, account, key)
   )`,
  `create table anzhi.file_use (
     district text not null,
     file uuid not null,
     register text not null,
     record uuid not null,
     primary key (district, file, register, record)
   )`,
  `create table anzhi.calendar_day (
     day date primary key,
     kind text not null check (kind in ('work', 'off')),
     holiday text,
     -- Whose notice lists it: the last days of December belong to the next year's.
     year integer not null,
     -- Who entered it, when, and from which paper; nobody where it came with a pack.
     entered_by uuid references anzhi.account,
     at timestamptz not null default now(),
     source text
   )`,
  `alter table anzhi.event
     -- The life that the act found: what taking it back restores. null for an act that made the record.
     add column life jsonb,
     add column behalf_organ uuid,
     add column behalf_paper uuid`,
  // Every day on which a record of a tree stood at (depth 0) or below another; made anew from the lives of the tree.
  `create table anzhi.tree (
     district text not null,
     register text not null,
     id uuid not null,
     ancestor uuid not null,
     depth integer not null,
     from_day date not null,
     until_day date,
     primary key (district, register, id, ancestor, from_day)
   )`,
  `create index tree_ancestor on anzhi.tree (district, register, ancestor, id)`,
  // The organs that a record touches: whoever has one of them in their subtree sees it.
  `create table anzhi.record_seen (
     district text not null,
     register text not null,
     record uuid not null,
     organ uuid not null,
     primary key (district, register, record, organ)
   )`,
  `create index record_seen_organ on anzhi.record_seen (district, register, organ, record)`,
  `alter table anzhi.event
     -- The act from which this one followed; null for one that was asked for.
     add column cause_register text,
     add column cause_record uuid,
     add column cause_version integer`,
  `create index event_cause on anzhi.event (district, cause_register, cause_record, cause_version)
     where cause_register is not null`,
  ...trailSteps,
  // What holds is the last of them: a pack that held before may hold again. Events are read along what was renamed since.
  `create table anzhi.pack_change (
     n bigint generated always as identity primary key,
     version text not null references anzhi.pack,
     renames jsonb not null,
     at timestamptz not null default now(),
     account uuid,
     by_name text
   )`,
  `insert into anzhi.pack_change (version, renames, at)
     select version, '{"registers": {}, "roles": {}, "of": {}}', applied_at from anzhi.pack order by n`,
  // As it was written: jsonb would lose the order of fields, options and registers, which is that of forms and lists.
  `alter table anzhi.pack alter column composed type json`,
  // Which record one was merged into: its number and its history still lead there.
  `create table anzhi.merged (
     district text not null,
     register text not null,
     record uuid not null,
     into_record uuid not null,
     primary key (district, register, record)
   )`,
  // Document numbers without a gap: taken and given back with the transaction that prints them.
  `create table anzhi.number (
     district text not null,
     organ uuid not null,
     kind text not null,
     year text not null,
     n integer not null,
     primary key (district, organ, kind, year)
   )`,
  ...accountSteps,
]
