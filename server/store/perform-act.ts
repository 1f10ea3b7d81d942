import { checkPaper } from '@anzhi/engine/indicator'
import { getRegister, needRegister, type Register } from '@anzhi/engine/pack'
import { bad, ok, type Problem, problem, type Result } from '@anzhi/engine/problem'
import {
  applyWithEffects,
  type Behalf,
  type Change,
  type Decided,
  type Known,
  type LivingRecord,
  linkedIds,
  undoAct,
  undoLast,
  type Wish,
} from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ProblemError } from '../problem-error.ts'
import { writeChanges } from './change-record.ts'
import { findLastAct, listEvents } from './events.ts'
import { wantPointed } from './pointed.ts'
import { findLiving, tableSql } from './records.ts'
import { beginStudy, beginWith, heldRecord, knownIn, lockAll, lookUp } from './study.ts'
import { holdTree, ownAncestorProblems, pathTo } from './tree.ts'
import { visible } from './visible.ts'

/** An act as it is asked for: on which register, and on which version of the record. */
export interface Request extends Wish {
  register: string
  version: number
}

/**
 * The one way in: looks up and locks what the act concerns, lets the engine decide, and writes. Throws every
 * problem at once; then nothing has happened.
 */
export async function performAct(context: Context, asked: Request): Promise<Change> {
  // PostgreSQL reads an id in capitals as the same; so the answer and the links say it in one way.
  const request = { ...asked, id: asked.id.toLowerCase() }
  const found = needRegister(context.pack, request.register)
  if (!found.ok) throw new ProblemError(found.problems)
  return writeChanges(context, await decideLocked(context, found.value, request))
}

/**
 * Decides an act on what it finds, locks what it found, and decides again: until nothing more is asked for and
 * everything that was asked for is held.
 */
async function decideLocked(context: Context, register: Register, request: Request): Promise<Decided[]> {
  await holdTree(context, register)
  const study = beginStudy(context)
  const record = (await findLiving(context, register, request.id)) ?? null
  if (record !== null) beginWith(study, register.id, record)
  const behalf = await behalfOf(context, request.onBehalfOf)
  const unseen = await unseenProblems(context, register, record, request.values)
  const closed = new Set(unseen.map(({ values }) => String(values?.id)))
  const known = knownIn(study, (_register, id) => !closed.has(id))
  for (;;) {
    const now = record === null ? null : heldRecord(study, register.id, request.id)
    if (now !== null && now.version !== request.version)
      throw await staleError(context, register, now, request)
    const decided = await decide(context, { register, record: now, behalf, known }, request)
    if (await lookUp(study)) continue
    if (decided.ok) wantPointed(study, decided.value)
    if (await lockAll(study)) {
      await lookUp(study)
      continue
    }
    if (!decided.ok) throw new ProblemError(onlyOnce([...decided.problems, ...unseen]))
    const wrong = [
      ...unseen,
      ...papersIn(context, decided.value),
      ...(await circlesIn(context, decided.value)),
    ]
    if (wrong.length > 0) throw new ProblemError(wrong)
    return decided.value
  }
}

/** What is wrong with statements and quotations among the changes. */
function papersIn({ pack }: Context, decided: readonly Decided[]): Problem[] {
  return decided.flatMap(({ change }) => checkPaper(pack, getRegister(pack, change.register), change.values))
}

async function circlesIn(context: Context, decided: readonly Decided[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { change } of decided) {
    const register = getRegister(context.pack, change.register)
    await holdTree(context, register)
    problems.push(...(await ownAncestorProblems(context, register, change)))
  }
  return problems
}

/** A link to what the actor cannot see is told once, however many ask for it. */
function onlyOnce(problems: readonly Problem[]): Problem[] {
  const told = new Map(problems.map((found) => [`${found.code} ${found.field} ${found.values?.id}`, found]))
  return [...told.values()]
}

interface Deciding {
  register: Register
  record: LivingRecord | null
  behalf: Result<Behalf | undefined>
  known: Known
}

/** What the engine says of an act, told what it cannot look up itself. */
async function decide(
  context: Context,
  { register, record, behalf, known }: Deciding,
  request: Request,
): Promise<Result<Decided[]>> {
  const { pack, actor, today, at } = context
  if (request.act === undoAct && record !== null) {
    const last = await findLastAct(context, register.id, request.id)
    const undone = undoLast({ pack, register, record, actor, today, at }, last)
    return undone.ok ? ok([{ change: undone.value, found: record.spans }]) : undone
  }
  if (!behalf.ok) return behalf
  return applyWithEffects({ pack, register, record, actor, today, behalf: behalf.value, known }, request)
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

/** A link to what the actor cannot see is a link to nothing; unless it stood there already. */
async function unseenProblems(
  context: Context,
  register: Register,
  record: LivingRecord | null,
  values: Record<string, unknown>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  const before = linkedIds(register, record?.values ?? {})
  for (const { field, register: target, id } of linkedIds(register, values)) {
    const stood = before.some((link) => link.field === field && link.id === id)
    if (!stood && !(await isSeen(context, getRegister(context.pack, target), id)))
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
