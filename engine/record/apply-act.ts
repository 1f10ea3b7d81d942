import { type Day, isDay } from '../calendar/index.ts'
import type { Act, Pack, Register } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { actingFor, type Behalf } from './behalf.ts'
import { remarkAct } from './built-in.ts'
import { checkValues, crossProblems } from './check-values.ts'
import { correctedSpans } from './correct.ts'
import { derivedValues, unchanged } from './derive.ts'
import { copiedValues, factProblems, type Known, nothingKnown } from './known.ts'
import { roleProblems, whyNot } from './may.ts'
import { readReason, reasonNeeded } from './reason.ts'
import type { Actor, LivingRecord, Values } from './record.ts'
import { trackedFields } from './record.ts'
import { beginSpans, type Span, same, stepSpans } from './spans.ts'
import { carriedTags, type Tag, tagged, tagProblems, toldTags, untagged } from './tags.ts'

/** What somebody wants done. */
export interface Wish {
  act: string
  /** Made where the record is made. */
  id: string
  values: Values
  /** The day it was done; today unless said. An act that `dates` a field takes that field's day. */
  day?: string
  reason?: string
  /** The scopes into which a new record is put, or which are added or taken away. */
  tags?: string[]
  /** For whom it is typed, and on which paper it stands. */
  onBehalfOf?: { organ: string; paper: string }
}

/** What an act comes to: the whole record after it, and what its history says. */
export interface Change {
  register: string
  act: string
  kind: Act['kind']
  id: string
  version: number
  state: string
  values: Values
  spans: Span[]
  /** Only the fields that changed, as they were and as they are; `state` among them. */
  before: Values
  after: Values
  day: Day
  reason: string | null
  /** What is said of it and was taken over, without what rules say; in `after` where the act changed that. */
  tags?: Tag[]
  onBehalfOf?: { organ: string; paper: string }
}

export interface Situation {
  pack: Pack
  register: Register
  /** null when the act makes the record. */
  record: LivingRecord | null
  actor: Actor
  today: Day
  /** The organ of `onBehalfOf`, looked up. */
  behalf?: Behalf
  /** Other records, as far as the act asks for them. */
  known?: Known
  /** It follows from another act: who may do that one may do this one. */
  isEffect?: boolean
}

/**
 * Decides an act: whether this actor may do it on this record, with these values, on this day. Gives the
 * change, or every problem at once. Pure: nothing is looked up, nothing is written.
 */
export function applyAct(situation: Situation, wish: Wish): Result<Change> {
  const { pack, actor, behalf } = situation
  if (behalf === undefined) return decide(situation, wish)
  const acting = actingFor(pack, actor, behalf)
  if (!acting.ok) return acting
  const decided = decide({ ...situation, actor: acting.value }, wish)
  const onBehalfOf = { organ: behalf.organ, paper: behalf.paper }
  return decided.ok ? ok({ ...decided.value, onBehalfOf }) : decided
}

function decide(situation: Situation, wish: Wish): Result<Change> {
  const { register, record } = situation
  const own = Object.hasOwn(register.acts, wish.act) ? register.acts[wish.act]! : undefined
  const act = wish.act === remarkAct.id ? remarkAct : own
  if (act === undefined) return bad(problem('noSuchAct', 'act', { given: wish.act }))
  if (act.kind === 'create' && record !== null) return bad(problem('alreadyThere', 'id', { id: wish.id }))
  if (act.kind !== 'create' && record === null) return bad(problem('notFound', 'id', { id: wish.id }))
  if (act.kind === 'tag' || act.kind === 'untag') return decideTag(situation, act, wish)
  const given = checkValues(situation, act, wish.values)
  const day = dayOf(situation, act, wish, given.values)
  // A step that is done again is dated again: what an earlier time left there is not its day.
  const dated = act.dates !== null && day.ok ? { [act.dates]: day.value } : {}
  const told = { ...given.values, ...dated, ...copiedValues(situation, given.values) }
  const cleared = Object.fromEntries(act.clears.map((field) => [field, null]))
  const plain = { ...(record?.values ?? {}), ...cleared, ...told }
  // Of a withdrawn record nothing is worked out any more, and a remark changes nothing.
  const derived =
    act.kind === 'withdraw' || act.kind === 'remark' ? unchanged : derivedValues(situation, plain)
  const values = { ...plain, ...derived.values }
  const wrong = [
    ...given.problems,
    ...tagProblems(register, act, wish.tags),
    ...(day.ok ? [] : day.problems),
    ...missing(act, given.values, values, given.problems),
    ...crossProblems(register, values, Object.keys(told)),
    ...lifeProblems(situation, act, values),
    ...factProblems(situation, act, wish.id, values),
    ...reasonProblems(situation, act, wish, values, day.ok ? day.value : situation.today),
  ]
  const found = [...unexplained(permission(situation, act, values), wrong), ...wrong]
  // What follows from a wrong value is not told beside it.
  const problems = found.length > 0 ? found : derived.problems
  if (problems.length > 0 || !day.ok) return bad(...problems)
  return changeOf(situation, act, wish, values, day.value)
}

/** Putting a record into campaigns or taking it out changes neither its values nor its life. */
function decideTag(situation: Situation, act: Act, wish: Wish): Result<Change> {
  const { register, today } = situation
  const record = situation.record!
  const day = wish.day ?? today
  const reason = readReason(wish.reason, today)
  const problems = [
    ...permission(situation, act, record.values),
    ...checkValues(situation, act, wish.values).problems,
    ...tagProblems(register, act, wish.tags),
    ...(isDay(day)
      ? day > today
        ? [problem('inFuture', 'day', { today })]
        : []
      : [problem('notDate', 'day')]),
    ...(reason.ok ? [] : reason.problems),
  ]
  if (problems.length > 0 || !reason.ok) return bad(...problems)
  const before = toldTags(record.tags)
  const after = (act.kind === 'tag' ? tagged : untagged)(before, wish.tags!, day)
  if (same(before, after)) return bad(problem('nothingToDo'))
  return ok({
    ...{ register: register.id, act: act.id, kind: act.kind, id: record.id, version: record.version + 1 },
    ...{ state: record.state, values: record.values, spans: record.spans, tags: after, day },
    ...{ before: { tags: before }, after: { tags: after }, reason: reason.value },
  })
}

/** An organ that is missing or wrong is told once, not also as one that the actor is not in. */
function unexplained(permission: Problem[], wrong: readonly Problem[]): Problem[] {
  const told = new Set(wrong.map(({ field }) => field))
  return permission.filter(({ field }) => field === undefined || !told.has(field))
}

function permission(
  { pack, register, record, actor, isEffect = false }: Situation,
  act: Act,
  values: Values,
): Problem[] {
  // Whoever sees a record may say something about it.
  if (act.kind === 'remark') return []
  if (record !== null) return whyNot(pack, register, act, record, actor, isEffect)
  return isEffect ? [] : roleProblems(pack, act, values, actor)
}

/** The day of the act: never in the future, never before the act before it. */
function dayOf({ today, record }: Situation, act: Act, wish: Wish, given: Values): Result<Day> {
  if (act.kind === 'correct' || act.kind === 'remark') return ok(today)
  const field = act.dates ?? 'day'
  const day = given[field] ?? wish.day ?? today
  if (!isDay(day)) return bad(problem('notDate', field))
  if (day > today) return bad(problem('inFuture', field, { today }))
  const previous = record?.spans.at(-1)?.from
  if (previous !== undefined && day < previous) return bad(problem('beforePrevious', field, { previous }))
  return ok(day)
}

function missing(act: Act, given: Values, values: Values, found: Problem[]): Problem[] {
  const told = new Set(found.map(({ field }) => field))
  const asked = act.asks.filter((field) => field !== 'reason' && given[field] == null)
  const needed = act.needs.filter((field) => values[field] == null)
  return [...new Set([...asked, ...needed])]
    .filter((field) => !told.has(field))
    .map((field) => problem('required', field))
}

/** A corrected day must leave the acts in the order in which they were done. */
function lifeProblems({ register, record, today }: Situation, act: Act, values: Values): Problem[] {
  if (act.kind !== 'correct') return []
  const { before, after } = difference(record!.values, values)
  const spans = correctedSpans(register, record!.spans, before, after, today)
  return spans.ok ? [] : spans.problems
}

function reasonProblems(
  { register, record, today }: Situation,
  act: Act,
  wish: Wish,
  values: Values,
  day: Day,
): Problem[] {
  const reason = readReason(wish.reason, today)
  if (!reason.ok) return reason.problems
  if (reason.value !== null) return []
  const { after } = difference(record?.values ?? {}, values)
  // The day of the act counts even where an earlier time left the very same day there.
  if (act.dates !== null) after[act.dates] = values[act.dates]
  return reasonNeeded(register, act, record?.state, after, day, today)
}

function changeOf(situation: Situation, act: Act, wish: Wish, values: Values, day: Day): Result<Change> {
  const { register, record, actor, today } = situation
  const state = act.to ?? record!.state
  const reason = readReason(wish.reason, today)
  const { before, after } = difference(record?.values ?? {}, values)
  const tags = act.kind === 'create' ? newTags(situation, wish, values, day) : toldTags(record!.tags)
  if (act.kind === 'create' && tags.length > 0) after.tags = tags
  if (act.kind === 'correct' && Object.keys(after).length === 0) return bad(problem('nothingToDo'))
  const tracked = Object.fromEntries(trackedFields(register).map((field) => [field, values[field] ?? null]))
  const next = { from: day, act: act.id, by: actor.account, state, tracked }
  const spans = spansAfter(situation, act, next, before, after)
  if (!spans.ok) return spans
  if (!reason.ok) return reason
  return ok({
    register: register.id,
    act: act.id,
    kind: act.kind,
    id: wish.id,
    version: (record?.version ?? 0) + 1,
    state,
    values,
    spans: spans.value,
    ...(register.tags === null ? {} : { tags }),
    before: record === null || record.state === state ? before : { ...before, state: record.state },
    after: record?.state === state ? after : { ...after, state },
    day,
    reason: reason.value,
  })
}

/** What a new record is put into, and what it takes over beside that. */
function newTags({ register, known = nothingKnown }: Situation, wish: Wish, values: Values, day: Day): Tag[] {
  const told = tagged([], wish.tags ?? [], day)
  const carried = carriedTags(register, values, known, day)
  return [...told, ...carried.filter(({ node }) => told.every((tag) => tag.node !== node))]
}

/** Only what differs, both ways. */
export function difference(was: Values, is: Values): { before: Values; after: Values } {
  const changed = Object.keys({ ...was, ...is }).filter((field) => !same(was[field], is[field]))
  return {
    before: Object.fromEntries(changed.map((field) => [field, was[field] ?? null])),
    after: Object.fromEntries(changed.map((field) => [field, is[field] ?? null])),
  }
}

function spansAfter(
  { register, record, today }: Situation,
  act: Act,
  next: Omit<Span, 'until'>,
  before: Values,
  after: Values,
): Result<Span[]> {
  if (act.kind === 'create') return ok(beginSpans(next))
  // A withdrawn record was a mistake (误报、重复): it never counted, on no day.
  if (act.kind === 'withdraw' || act.kind === 'merge') return ok([])
  if (act.kind === 'remark') return ok(record!.spans)
  if (act.kind === 'step') return ok(stepSpans(record!.spans, next))
  return correctedSpans(register, record!.spans, before, after, today)
}
