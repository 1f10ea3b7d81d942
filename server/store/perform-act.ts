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
  remarkAct,
  undoAct,
  undoLast,
  type Wish,
} from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import { ProblemError } from '../problem-error.ts'
import { writeChanges } from './change-record.ts'
import { type Event, listEvents } from './events.ts'
import { readLast } from './last-act.ts'
import { decideMerge, followMerge } from './merge.ts'
import { isSeen, mergedProblems, unseenProblems, unseenScopes, wantNamed } from './named.ts'
import { findLiving } from './records.ts'
import { beginStudy, beginWith, heldRecord, knownIn, type Study, untilHeld } from './study.ts'
import { holdTree, ownAncestorProblems, pathTo } from './tree.ts'

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
  const register = found.value
  await holdTree(context, register)
  const change = await writeChanges(context, await decideHeld(context, register, request))
  const into = change.after.mergedInto as { id: string } | undefined
  if (change.kind === 'merge') await followMerge(context, register.id, change.id, into!.id)
  return change
}

/** What comes of an act, decided on records that are held until it is written. */
async function decideHeld(context: Context, register: Register, request: Request): Promise<Decided[]> {
  const study = beginStudy(context)
  const record = (await findLiving(context, register, request.id)) ?? null
  if (record !== null) beginWith(study, register.id, record)
  const behalf = await behalfOf(context, request.onBehalfOf)
  const unseen = [
    ...(await unseenProblems(context, register, record, request.values)),
    ...(await unseenScopes(context, request.tags)),
  ]
  const closed = new Set(unseen.map(({ values }) => String(values?.id)))
  const known = knownIn(study, (_register, id) => !closed.has(id))
  const decide = async () => {
    const now = record === null ? null : heldRecord(study, register.id, request.id)
    if (now !== null) await needCurrent(context, register, now, request)
    return decideOn(study, { register, record: now, behalf, known }, request)
  }
  const decided = await untilHeld(study, decide, (found) => {
    if (found.ok) wantNamed(study, found.value)
  })
  if (!decided.ok) throw new ProblemError(onlyOnce([...decided.problems, ...unseen]))
  const papers = papersIn(context, decided.value)
  const circles = await circlesIn(context, decided.value)
  const wrong = [...unseen, ...mergedProblems(study, decided.value), ...papers, ...circles]
  if (wrong.length > 0) throw new ProblemError(wrong)
  return decided.value
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
async function decideOn(
  study: Study,
  { register, record, behalf, known }: Deciding,
  request: Request,
): Promise<Result<Decided[]>> {
  const { pack, actor, today, at } = study.context
  if (request.act === undoAct.id && record !== null) {
    const { last, followed } = await readLast(study, register, record.id)
    return undoLast({ pack, record, actor, today, at }, last, followed(known))
  }
  if (request.act === 'merge' && record !== null) return decideMerge(study, register, record, request)
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

/** A remark hinders nobody and is hindered by nobody; any other act is done on the record as it is. */
async function needCurrent(
  context: Context,
  register: Register,
  record: LivingRecord,
  request: Request,
): Promise<void> {
  if (record.version === request.version || request.act === remarkAct.id) return
  const events = await listEvents(context, register.id, request.id, request.version)
  const others = events.filter(({ act }) => act !== remarkAct.id)
  if (others.length > 0 || request.version > record.version) throw staleError(record, request, others)
}

/** Somebody else acted meanwhile: what they changed, field by field, with who and when. */
function staleError(record: LivingRecord, request: Request, events: readonly Event[]): ProblemError {
  if (request.act === 'create') return new ProblemError([problem('alreadyThere', 'id', { id: request.id })])
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
