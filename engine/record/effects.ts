import { fieldTypeOf } from '../fields/index.ts'
import { type Act, type EffectValue, getRegister, type Pack, type Register } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { applyAct, type Change, type Situation, type Wish } from './apply-act.ts'
import { type Known, nothingKnown } from './known.ts'
import { linkedIds } from './links.ts'
import { keyOfRecord, type LivingRecord, type Values } from './record.ts'
import type { Span } from './spans.ts'

/** A change, with the life that it found: null where it makes the record. */
export interface Decided {
  change: Change
  found: Span[] | null
}

/** One thing that follows from an act: where its problems are told, and what is wished of which record. */
interface Effect {
  path: string
  register: string
  /** null for a record that is made. */
  id: string | null
  act: string
  values: Values
}

interface Course {
  situation: Situation
  known: Known
  reason: string | undefined
  /** Records as they are after what has been decided so far. */
  changed: Map<string, LivingRecord>
  decided: Decided[]
  problems: Problem[]
  made: number
}

/**
 * Decides an act and all that follows from it: the changes in the order in which they happen, the act's own
 * first, or every problem at once. Those of an effect are told at the field from which it follows.
 */
export function applyWithEffects(situation: Situation, wish: Wish): Result<Decided[]> {
  const main = applyAct(situation, wish)
  if (!main.ok) return main
  const known = situation.known ?? nothingKnown
  const course: Course = {
    situation,
    known,
    reason: wish.reason,
    changed: new Map(),
    decided: [],
    problems: [],
    made: 0,
  }
  follow(course, main.value, situation.record, '')
  return course.problems.length === 0 ? ok(course.decided) : bad(...course.problems)
}

function follow(course: Course, change: Change, record: LivingRecord | null, path: string): void {
  course.decided.push({ change, found: record?.spans ?? null })
  course.changed.set(`${change.register} ${change.id}`, change)
  for (const effect of effectsOf(course.situation.pack, change)) {
    perform(course, change, { ...effect, path: `${path}${effect.path}` })
  }
}

function perform(course: Course, cause: Change, { path, register: target, id, act, values }: Effect): void {
  const { situation, known, changed, reason } = course
  const register = getRegister(situation.pack, target)
  const record = id === null ? null : (changed.get(`${target} ${id}`) ?? known.changing(target, id))
  if (record === undefined) return void course.problems.push(problem('notFound', path, { id }))
  if (id === null) course.made += 1
  const wish = { act, id: id ?? known.newId(course.made - 1), values, day: cause.day, reason }
  const result = applyAct({ ...situation, known: knowing(course), register, record, isEffect: true }, wish)
  if (result.ok) return follow(course, result.value, record, `${path}.`)
  course.problems.push(...result.problems.map((found) => problemAt(path, target, found)))
}

/** The reason is the act's own: one is given for all that follows. */
function problemAt(path: string, register: string, { code, field, values }: Problem): Problem {
  const place = field === undefined ? path : field === 'reason' ? field : `${path}.${field}`
  return problem(code, place, { ...values, register })
}

/** Facts are asked of the records as they are after what was decided before. */
function knowing({ known, changed }: Course): Known {
  return {
    ...known,
    recordOf: (register, id) => changed.get(`${register} ${id}`) ?? known.recordOf(register, id),
  }
}

function effectsOf(pack: Pack, change: Change): Effect[] {
  const register = getRegister(pack, change.register)
  const act = register.acts[change.act]
  if (act === undefined) return []
  const isLike = (when: Act['also'][number]['when']) => matches(register, when, keyOfRecord(register, change))
  const also = act.also
    .filter(({ when }) => isLike(when))
    .flatMap(({ on, act, values }) =>
      linkedIds(register, { [on]: change.values[on] }).map((link): Effect => {
        const target = getRegister(pack, link.register)
        return {
          path: on,
          register: link.register,
          id: link.id,
          act,
          values: valuesOf(values, change, target),
        }
      }),
    )
  const makes = act.makes
    .filter(({ when }) => isLike(when))
    .flatMap(({ each, register: made, values }) =>
      listedIn(change, each).map((item, n): Effect => {
        const path = each === null ? made : `${each}.${n}`
        const given = valuesOf(values, change, getRegister(pack, made), item)
        return { path, register: made, id: null, act: 'create', values: given }
      }),
    )
  return [...also, ...makes]
}

/** What a field lists: one thing, several, or nothing. Without a field, the act itself is the one thing. */
function listedIn({ values }: Change, each: string | null): unknown[] {
  if (each === null) return [null]
  const value = values[each] ?? null
  return value === null ? [] : [value].flat()
}

/** What is not known is not given. */
function valuesOf(
  values: Record<string, EffectValue>,
  change: Change,
  target: Register,
  item: unknown = null,
): Values {
  const given = Object.entries(values).map(([field, value]) => [
    field,
    givenValue(value, change, target, field, item),
  ])
  return Object.fromEntries(given.filter(([, value]) => value != null))
}

function givenValue(
  value: EffectValue,
  change: Change,
  target: Register,
  field: string,
  item: unknown,
): unknown {
  if ('value' in value) return value.value
  if ('own' in value) return change.values[value.own]
  if ('record' in value) return linkTo(change, target, field)
  return value.each === true ? item : (item as Values | null)?.[value.each]
}

/** A link to the record of the act; where the field may point to several registers, it says which. */
function linkTo({ register, id }: Change, target: Register, field: string): unknown {
  const { spec } = target.fields[field]!
  const isPlaced = (fieldTypeOf(spec).targets?.(spec).length ?? 0) > 1
  return { id, text: null, ...(isPlaced ? { register } : {}) }
}
