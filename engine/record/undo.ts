import type { Pack, Register } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import type { Change } from './apply-act.ts'
import { fillAct } from './fill.ts'
import type { Actor, LivingRecord, Values } from './record.ts'
import type { Span } from './spans.ts'

/** The act that takes back the act before it. Every register has it; no pack declares it. */
export const undoAct = 'undo'

/** What a slip may take to be noticed: ten minutes. Afterwards it is corrected, with a reason. */
const atOnce = 10 * 60_000

/** The last act on a record, with the life that it found. */
export interface LastAct {
  act: string
  account: string
  at: Date
  before: Values
  after: Values
  /** null when the act made the record. */
  life: Span[] | null
}

/** Why the last act may not be taken back; empty when it may: by the same person, at once, once. */
export function whyNotUndo(last: LastAct | undefined, actor: Actor, at: Date): Problem[] {
  if (last === undefined || last.act === undoAct || last.act === fillAct) return [problem('nothingToDo')]
  if (last.account !== actor.account) return [problem('notAllowed', undefined, { act: undoAct })]
  const gone = at.getTime() - last.at.getTime()
  return gone <= atOnce ? [] : [problem('tooLate', undefined, { act: undoAct })]
}

/**
 * Takes the last act back: values, state and life are what they were before it. Taking back the making of a
 * record withdraws it.
 */
export function undoLast(
  {
    register,
    record,
    actor,
    today,
    at,
  }: { pack: Pack; register: Register; record: LivingRecord; actor: Actor; today: string; at: Date },
  last: LastAct | undefined,
): Result<Change> {
  const problems = whyNotUndo(last, actor, at)
  if (problems.length > 0 || last === undefined) return bad(...problems)
  const common = {
    register: register.id,
    act: undoAct,
    id: record.id,
    version: record.version + 1,
    day: today,
    reason: null,
  }
  if (last.life === null) {
    const [before, after] = [{ state: record.state }, { state: 'withdrawn' }]
    return ok({
      ...common,
      kind: 'withdraw',
      state: 'withdrawn',
      values: record.values,
      spans: [],
      before,
      after,
    })
  }
  const { state = record.state, ...values } = last.before
  return ok({
    ...common,
    kind: 'correct',
    state: state as string,
    values: { ...record.values, ...values },
    spans: last.life,
    before: last.after,
    after: last.before,
  })
}
