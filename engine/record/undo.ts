import { getRegister, type Pack, type Register, serverRole } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import type { Change } from './apply-act.ts'
import { relinkAct, undoAct } from './built-in.ts'
import type { Decided } from './effects.ts'
import { fillAct } from './fill.ts'
import type { Actor, LivingRecord, Values } from './record.ts'
import type { Span } from './spans.ts'

/** What a slip may take to be noticed: ten minutes. Afterwards it is corrected, with a reason. */
const atOnce = 10 * 60_000

/** The last act on a record, with the life that it found. */
export interface LastAct {
  register: string
  act: string
  account: string
  at: Date
  before: Values
  after: Values
  /** null when the act made the record. */
  life: Span[] | null
  /** It followed from an act on another record. */
  isEffect: boolean
}

/** What followed from an act on another record, and that record as it is now. */
export interface Followed {
  record: LivingRecord
  last: LastAct
  /** Somebody has done something with it since. */
  movedOn: boolean
}

interface Undoing {
  pack: Pack
  record: LivingRecord
  actor: Actor
  today: string
  at: Date
}

// A merger rewrites what others hold, and is not taken back; nor is what a change of the packs filled in.
const forGood = [undoAct.id, relinkAct.id, fillAct, 'merge']

/** Why the last act may not be taken back; empty when it may: by the same person, at once, once, with all that followed. */
export function whyNotUndo(
  { pack, actor, at }: Pick<Undoing, 'pack' | 'actor' | 'at'>,
  last: LastAct | undefined,
  followed: readonly Followed[],
): Problem[] {
  if (last === undefined || forGood.includes(last.act)) return [problem('nothingToDo')]
  if (isServers(getRegister(pack, last.register)))
    return [problem('notAllowed', undefined, { act: undoAct.id })]
  if (last.account !== actor.account || last.isEffect)
    return [problem('notAllowed', undefined, { act: undoAct.id })]
  const gone = at.getTime() - last.at.getTime()
  if (gone > atOnce) return [problem('tooLate', undefined, { act: undoAct.id })]
  const moved = followed.filter(({ movedOn }) => movedOn)
  return [
    ...moved.map((one) => problem('movedOn', undefined, { register: one.last.register })),
    // A number that has been given out is not given out again: the document is withdrawn, and keeps it.
    ...[last, ...followed.map((one) => one.last)].flatMap((act) =>
      isNumbered(pack, act) ? [problem('numbered', undefined, { register: act.register })] : [],
    ),
  ]
}

/** Are its records made by the server alone? What was handed in, others may have used at once. */
function isServers({ acts }: Register): boolean {
  return acts.create!.by.every(({ roles }) => roles.every((role) => role === serverRole))
}

function isNumbered(pack: Pack, { register, act, life, before, after }: LastAct): boolean {
  const field = getRegister(pack, register).acts[act]?.issues ?? null
  return field !== null && life !== null && (before[field] ?? null) === null && after[field] != null
}

/**
 * Takes the last act back, with all that followed from it: values, state and life are what they were before it.
 * Taking back the making of a record withdraws it.
 */
export function undoLast(
  undoing: Undoing,
  last: LastAct | undefined,
  followed: readonly Followed[] = [],
): Result<Decided[]> {
  const problems = whyNotUndo(undoing, last, followed)
  if (problems.length > 0 || last === undefined) return bad(...problems)
  const all = [{ record: undoing.record, last }, ...followed]
  return ok(
    all.map(({ record, last }) => ({ change: undone(record, last, undoing.today), found: record.spans })),
  )
}

function undone(record: LivingRecord, last: LastAct, day: string): Change {
  const common = {
    register: last.register,
    act: undoAct.id,
    id: record.id,
    version: record.version + 1,
    day,
    reason: null,
  }
  if (last.life === null) {
    const [before, after] = [{ state: record.state }, { state: 'withdrawn' }]
    const withdrawn = { state: 'withdrawn', values: record.values, spans: [] }
    return { ...common, kind: 'withdraw', ...withdrawn, before, after }
  }
  const { state = record.state, tags: _, ...values } = last.before
  return {
    ...common,
    kind: 'correct',
    state: state as string,
    values: { ...record.values, ...values },
    spans: last.life,
    before: last.after,
    after: last.before,
  }
}
