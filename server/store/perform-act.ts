import { getRegister, needRegister, type Register } from '@anzhi/engine/pack'
import { bad, ok, type Problem, problem, type Result } from '@anzhi/engine/problem'
import {
  applyAct,
  type Behalf,
  type Change,
  type LivingRecord,
  linkedIds,
  undoAct,
  undoLast,
  type Wish,
} from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ProblemError } from '../problem-error.ts'
import { changeRecord } from './change-record.ts'
import { sqlStateOf } from './db.ts'
import { findLastAct, listEvents } from './events.ts'
import { findLiving, tableSql } from './records.ts'
import { holdTree, ownAncestorProblems, pathTo } from './tree.ts'
import { visible } from './visible.ts'

/** An act as it is asked for: on which register, and on which version of the record. */
export interface Request extends Wish {
  register: string
  version: number
}

/**
 * The one way in: locks the record, lets the engine decide, looks up what was linked, and writes. Throws every
 * problem at once; then nothing has happened.
 */
export async function performAct(context: Context, asked: Request): Promise<Change> {
  // PostgreSQL reads an id in capitals as the same; so the answer and the links say it in one way.
  const request = { ...asked, id: asked.id.toLowerCase() }
  const found = needRegister(context.pack, request.register)
  if (!found.ok) throw new ProblemError(found.problems)
  const register = found.value
  await holdTree(context, register)
  const record = (await findLiving(context, register, request.id, true)) ?? null
  if (record !== null && record.version !== request.version)
    throw await staleError(context, register, record, request)
  const decided = await decide(context, register, record, request)
  const unseen = await unseenProblems(context, register, decided.ok ? decided.value.after : request.values)
  if (!decided.ok) throw new ProblemError([...decided.problems, ...unseen])
  const circle = await ownAncestorProblems(context, register, decided.value)
  if (unseen.length + circle.length > 0) throw new ProblemError([...unseen, ...circle])
  const life = record?.spans ?? null
  return changeRecord(context, register, decided.value, life).catch(idTaken(request))
}

/** What the engine says of an act, told what it cannot look up itself. */
async function decide(
  context: Context,
  register: Register,
  record: LivingRecord | null,
  request: Request,
): Promise<Result<Change>> {
  const { pack, actor, today, at } = context
  if (request.act === undoAct && record !== null) {
    const last = await findLastAct(context, register.id, request.id)
    return undoLast({ pack, register, record, actor, today, at }, last)
  }
  const behalf = await behalfOf(context, request.onBehalfOf)
  return behalf.ok
    ? applyAct({ pack, register, record, actor, today, behalf: behalf.value }, request)
    : behalf
}

/** The organ that somebody types for, with those above it; its paper must be one that they may open. */
async function behalfOf(context: Context, given: Request['onBehalfOf']): Promise<Result<Behalf | undefined>> {
  if (given === undefined) return ok(undefined)
  const organPath = await pathTo(context, 'organ', given.organ)
  const paper = await isSeen(context, getRegister(context.pack, 'file'), given.paper)
  const problems = [
    ...(organPath.length === 0 ? [problem('notFound', 'onBehalfOf.organ', { id: given.organ })] : []),
    ...(paper ? [] : [problem('notFound', 'onBehalfOf.paper', { id: given.paper })]),
  ]
  return problems.length === 0 ? ok({ ...given, organPath }) : bad(...problems)
}

/** Somebody else acted meanwhile: what they changed, field by field, with who and when. */
async function staleError(context: Context, register: Register, record: LivingRecord, request: Request) {
  if (request.act === 'create') return new ProblemError([problem('alreadyThere', 'id', { id: request.id })])
  const events = await listEvents(context, register.id, request.id, request.version)
  // Changed twice is told once: from what the caller saw to what is.
  const changed = new Map<string, Problem>()
  for (const { before, after, by, at, act } of events) {
    for (const field of Object.keys(after)) {
      const was = changed.has(field) ? changed.get(field)!.values!.was : (before[field] ?? null)
      changed.set(field, problem('stale', field, { was, is: after[field] ?? null, by: by.name, at, act }))
    }
  }
  return new ProblemError([problem('stale', undefined, { version: record.version }), ...changed.values()])
}

/** A link to what the actor cannot see is a link to nothing. */
async function unseenProblems(
  context: Context,
  register: Register,
  values: Record<string, unknown>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { field, register: target, id } of linkedIds(register, values)) {
    if (!(await isSeen(context, getRegister(context.pack, target), id)))
      problems.push(problem('notFound', field, { id }))
  }
  return problems
}

async function isSeen(context: Context, register: Register, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ${tableSql(register)} where ${visible(context, register)} and r.id = ${id}::uuid`.execute(
    context.db,
  )
  return rows.length > 0
}

/** The id belongs to a record that the actor cannot see, or another request has just used it. */
function idTaken(request: Request) {
  return (error: unknown): never => {
    if (sqlStateOf(error) !== '23505') throw error
    throw new ProblemError([problem('alreadyThere', 'id', { id: request.id })])
  }
}
