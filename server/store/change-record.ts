import { getRegister, partTables, type Register } from '@anzhi/engine/pack'
import { type Change, type Decided, linkedIds, type Span, type Values } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { type Issued, issuedBy, numbered, takeNumber, withNumbers } from './numbers.ts'
import { writeParts } from './parts.ts'
import { type Cell, cellsOf, param } from './rows.ts'
import { trackedOf } from './schema/columns.ts'
import { keepSeen } from './seen.ts'
import { keepTags } from './tags.ts'
import { keepTree } from './tree.ts'
import { alikeProblems, comparedIn, holdCompared } from './unique.ts'

/** The change from which another one followed. */
type Cause = Pick<Change, 'register' | 'id' | 'version'>

/**
 * Writes what an act came to, with all that followed from it: rows, days of lives and events, all in the
 * request's transaction. If one fails, nothing happened. Gives the act's own change with the running numbers
 * that it was given.
 */
export async function writeChanges(context: Context, decided: readonly Decided[]): Promise<Change> {
  const compared = comparedIn(context, decided)
  await holdCompared(context, compared)
  const [main, ...effects] = await withNumbers(context, decided)
  const all = [main!, ...effects].map((one) => ({ ...one, cause: one === main ? null : main!.change }))
  const issuing = all.flatMap((one) => {
    const issued = issuedBy(context, one.change)
    return issued === undefined ? [] : [{ ...one, issued }]
  })
  for (const one of all.filter(({ change }) => !issuing.some((other) => other.change === change)))
    await changeRecord(context, one, one.cause)
  const numbers = await writeIssued(context, issuing)
  const alike = await alikeProblems(context, compared)
  if (alike.length > 0) throw new ProblemError(alike)
  const change = numbers.get(main!.change) ?? main!.change
  return { ...change, values: known(change.values) }
}

/**
 * What gives out numbers is written last, so that whoever waits for the next number waits as short as can be; and
 * in one order of the series, so that nobody waits for who waits for them.
 */
async function writeIssued(
  context: Context,
  issuing: readonly (Decided & { cause: Cause | null; issued: Issued })[],
): Promise<Map<Change, Change>> {
  const seriesOf = ({ organ, kind, year }: Issued) => `${organ} ${kind} ${year}`
  const inOrder = [...issuing].sort((a, b) => (seriesOf(a.issued) < seriesOf(b.issued) ? -1 : 1))
  const written = new Map<Change, Change>()
  for (const { change, found, cause, issued } of inOrder) {
    const text = await takeNumber(context, change.register, issued)
    written.set(change, numbered(change, { [issued.field]: text }))
    await changeRecord(context, { change: written.get(change)!, found }, cause)
  }
  return written
}

async function changeRecord(
  context: Context,
  { change, found }: Decided,
  cause: Cause | null,
): Promise<void> {
  const register = getRegister(context.pack, change.register)
  await writeRow(context, register, change)
  const parts = partTables(register).filter(({ field }) => field.id in change.after)
  await writeParts(context.db, context.actor.district, parts, change.id, change.values)
  await writeSpans(context, register, change)
  await keepTree(context, register, change.id)
  await keepSeen(context, register, change)
  await keepTags(context, register, change)
  await writeEvent(context, change, found, cause)
  await writeFileUse(context, register, change)
}

/** As the row will give them: what is unknown is not there. */
function known(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

async function writeRow(context: Context, register: Register, change: Change): Promise<void> {
  const table = sql.id('ledger', register.table)
  const own: Cell[] = [
    { column: 'version', type: 'integer', value: change.version },
    { column: 'state', type: 'text', value: change.state },
  ]
  const cells = [...own, ...cellsOf(Object.values(register.fields), change.values)]
  if (change.kind === 'create') return insertRow(context, table, change.id, cells)
  const changed = [
    ...own,
    ...cellsOf(
      Object.values(register.fields).filter(({ id }) => id in change.after),
      change.values,
    ),
  ]
  const set = changed.map(({ column, type, value }) => sql`${sql.id(column)} = ${param(value, type)}`)
  await sql`update ${table} set ${sql.join(set)}
    where district = ${context.actor.district} and id = ${change.id}::uuid`.execute(context.db)
}

async function insertRow(
  context: Context,
  table: RawBuilder<unknown>,
  id: string,
  cells: Cell[],
): Promise<void> {
  const all: Cell[] = [
    { column: 'district', type: 'text', value: context.actor.district },
    { column: 'id', type: 'uuid', value: id },
    ...cells,
  ]
  const { rows } = await sql`insert into ${table} (${columnNames(all)}) values (${cellValues(all)})
    on conflict do nothing returning id`.execute(context.db)
  // It is the id of a record that the actor cannot see, or another request has just used it.
  if (rows.length === 0) refuse('alreadyThere', 'id', { id })
}

function columnNames(cells: readonly Cell[]): RawBuilder<unknown> {
  return sql.join(cells.map(({ column }) => sql.id(column)))
}

function cellValues(cells: readonly Cell[]): RawBuilder<unknown> {
  return sql.join(cells.map(({ value, type }) => param(value, type)))
}

/** A life has few stretches: writing them anew is simpler than telling which of them moved, and as safe. */
async function writeSpans(context: Context, register: Register, change: Change): Promise<void> {
  const table = sql.id('ledger', `${register.table}_span`)
  if (change.kind !== 'create') {
    await sql`delete from ${table}
      where district = ${context.actor.district} and record = ${change.id}::uuid`.execute(context.db)
  }
  if (change.spans.length === 0) return
  const rows = change.spans.map((span, n) => spanCells(context, register, change.id, span, n))
  const values = rows.map((cells) => sql`(${cellValues(cells)})`)
  await sql`insert into ${table} (${columnNames(rows[0]!)}) values ${sql.join(values)}`.execute(context.db)
}

function spanCells(context: Context, register: Register, record: string, span: Span, n: number): Cell[] {
  return [
    { column: 'district', type: 'text', value: context.actor.district },
    { column: 'record', type: 'uuid', value: record },
    { column: 'n', type: 'integer', value: n },
    { column: 'from_day', type: 'date', value: span.from },
    { column: 'until_day', type: 'date', value: span.until },
    { column: 'act', type: 'text', value: span.act },
    { column: 'by_account', type: 'uuid', value: span.by },
    { column: 'state', type: 'text', value: span.state },
    ...cellsOf(trackedOf(register), span.tracked),
  ]
}

async function writeEvent(
  context: Context,
  change: Change,
  life: Span[] | null,
  cause: Cause | null,
): Promise<void> {
  const { actor, packVersion, at } = context
  const { onBehalfOf } = change
  await sql`
    insert into anzhi.event (district, register, record, version, act, day, at, account, by_name, pack, reason,
      before, after, life, behalf_organ, behalf_paper, cause_register, cause_record, cause_version)
    values (${actor.district}, ${change.register}, ${change.id}::uuid, ${change.version}, ${change.act}, ${change.day}::date, ${at},
      ${actor.account}::uuid, ${actor.name}, ${packVersion}, ${change.reason},
      ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb,
      ${life === null ? null : JSON.stringify(life)}::jsonb,
      ${onBehalfOf?.organ ?? null}::uuid, ${onBehalfOf?.paper ?? null}::uuid,
      ${cause?.register ?? null}, ${cause?.id ?? null}::uuid, ${cause?.version ?? null}::integer)`.execute(
    context.db,
  )
}

/** Which records show a file: whoever sees one of them may open it. */
async function writeFileUse(context: Context, register: Register, change: Change): Promise<void> {
  const linked = linkedIds(register, change.after).filter((link) => link.register === 'file')
  const paper = change.onBehalfOf === undefined ? [] : [change.onBehalfOf.paper]
  for (const id of [...linked.map((link) => link.id), ...paper]) {
    await sql`insert into anzhi.file_use (district, file, register, record)
      values (${context.actor.district}, ${id}::uuid, ${register.id}, ${change.id}::uuid)
      on conflict do nothing`.execute(context.db)
  }
}
