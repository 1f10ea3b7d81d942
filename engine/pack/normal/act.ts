import { type FieldSpec, isGiven } from '../../fields/index.ts'
import type { Readable } from '../../query/index.ts'
import { type Act, plainAct, type Right } from '../act.ts'
import type { ActSpec, RegisterSpec } from '../notation/index.ts'
import { effectsOf } from './effects.ts'
import { factsOf, withoutOf } from './facts.ts'
import { readOrThrow } from './filter.ts'
import { list, livingStates } from './names.ts'

/** The registers as they are written: what acts say of other records is read against them. */
export type Specs = ReadonlyMap<string, RegisterSpec>

/** The acts of a register: those that every register has, and the steps of its life. */
export function actsOf(spec: RegisterSpec, of: Readable, specs: Specs): Record<string, Act> {
  const typed = Object.keys(spec.fields).filter((field) => isOffered(spec.fields[field]!))
  const required = Object.keys(spec.fields).filter((field) => spec.fields[field]!.required === true)
  const living = livingStates(spec)
  const create: Act = {
    ...plainAct,
    by: rightsOf(spec.create.by),
    id: 'create',
    kind: 'create',
    from: [],
    to: of.states[0]!,
    needs: [
      ...required.filter((field) => spec.fields[field]!.type !== 'serial'),
      ...numberedBy(spec, spec.create),
    ],
    takes: spec.create.takes ?? typed.filter((field) => !givenLater(spec, field)),
    dates: spec.create.dates ?? null,
    issues: spec.create.issues ?? null,
    enforcement: spec.create.enforcement === true,
    ...factsOf(spec.create, spec, specs),
    ...effectsOf(spec.create, of),
  }
  const correct: Act = {
    ...plainAct,
    by: rightsOf(spec.correct.by),
    id: 'correct',
    kind: 'correct',
    from: living,
    to: null,
    takes: spec.correct.fields ?? typed,
    freeIn: spec.correct.freeIn ?? [],
  }
  const withdraw: Act = {
    ...plainAct,
    by: rightsOf(spec.withdraw.by),
    id: 'withdraw',
    kind: 'withdraw',
    from: living,
    to: 'withdrawn',
    asks: ['reason'],
    without: withoutOf(spec.withdraw.without, specs),
  }
  const steps = Object.entries(spec.life?.acts ?? {}).map(([id, act]) => [
    id,
    stepOf(id, act, { of, spec, specs }),
  ])
  const merge = spec.merge === undefined ? {} : { merge: mergeOf(spec.merge, living) }
  return { create, ...Object.fromEntries(steps), ...tagActs(spec, living), correct, withdraw, ...merge }
}

/** Two records are one: `into` names the one that stays. */
function mergeOf({ by }: NonNullable<RegisterSpec['merge']>, from: string[]): Act {
  return { ...plainAct, by: rightsOf(by), id: 'merge', kind: 'merge', from, to: 'merged', asks: ['reason'] }
}

/** A number that is given out here is typed only where a pack says so. */
function isOffered(spec: FieldSpec): boolean {
  return isGiven(spec) && !(spec.type === 'documentNumber' && spec.ours !== undefined)
}

/** The organ that gives out a number must be known when it does. */
function numberedBy({ fields }: RegisterSpec, { issues }: { issues?: string }): string[] {
  const field = issues === undefined ? undefined : fields[issues]!
  return field?.type === 'documentNumber' ? list(field.ours?.organ) : []
}

/** Of what may be put into campaigns. */
function tagActs(spec: RegisterSpec, from: string[]): Record<string, Act> {
  if (spec.tagged === undefined) return {}
  const by = rightsOf(spec.tagged === true ? spec.correct.by : spec.tagged.by)
  const act = (id: 'tag' | 'untag'): Act => ({ ...plainAct, by, id, kind: id, from, to: null })
  return { tag: act('tag'), untag: act('untag') }
}

/** A field that only a step asks for or dates is not offered when the record is made. */
function givenLater(spec: RegisterSpec, field: string): boolean {
  if (spec.create.dates === field || spec.fields[field]!.required === true) return false
  return Object.values(spec.life?.acts ?? {}).some(
    (act) => act.dates === field || (act.asks ?? []).includes(field),
  )
}

interface Place {
  of: Readable
  spec: RegisterSpec
  specs: Specs
}

function stepOf(id: string, act: ActSpec, { of, spec, specs }: Place): Act {
  return {
    ...plainAct,
    by: rightsOf(act.by),
    id,
    kind: 'step',
    from: list(act.from),
    to: act.to,
    when: act.when === undefined ? null : readOrThrow(of, act.when),
    asks: list(act.asks),
    needs: [...list(act.needs), ...numberedBy(spec, act)],
    takes: list(act.takes),
    clears: list(act.clears),
    dates: act.dates ?? null,
    notBy: list(act.notBy),
    issues: act.issues ?? null,
    enforcement: act.enforcement === true,
    ...factsOf(act, spec, specs),
    ...effectsOf(act, of),
  }
}

function rightsOf(by: ActSpec['by']): Right[] {
  return [by].flat().map(({ role, in: within, at }) => ({
    roles: list(role),
    in: within ?? null,
    at: at === undefined ? null : list(at),
  }))
}
