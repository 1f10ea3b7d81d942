import { isGiven } from '../../fields/index.ts'
import type { Readable } from '../../query/index.ts'
import type { Act, Right } from '../act.ts'
import type { ActSpec, RegisterSpec } from '../notation/index.ts'
import { effectsOf } from './effects.ts'
import { factsOf, withoutOf } from './facts.ts'
import { readOrThrow } from './filter.ts'
import { list } from './names.ts'

const plain = {
  when: null,
  asks: [],
  needs: [],
  takes: [],
  clears: [],
  dates: null,
  notBy: [],
  linked: {},
  without: [],
  also: [],
  makes: [],
  enforcement: false,
  freeIn: [],
}

/** The registers as they are written: what acts say of other records is read against them. */
export type Specs = ReadonlyMap<string, RegisterSpec>

/** The acts of a register: those that every register has, and the steps of its life. */
export function actsOf(spec: RegisterSpec, of: Readable, specs: Specs): Record<string, Act> {
  const typed = Object.keys(spec.fields).filter((field) => isGiven(spec.fields[field]!))
  const required = Object.keys(spec.fields).filter((field) => spec.fields[field]!.required === true)
  const living = of.states.slice(0, -1)
  const create: Act = {
    ...plain,
    by: rightsOf(spec.create.by),
    id: 'create',
    kind: 'create',
    from: [],
    to: of.states[0]!,
    needs: required.filter((field) => spec.fields[field]!.type !== 'serial'),
    takes: spec.create.takes ?? typed.filter((field) => !givenLater(spec, field)),
    dates: spec.create.dates ?? null,
    enforcement: spec.create.enforcement === true,
    ...factsOf(spec.create, spec, specs),
    ...effectsOf(spec.create, of),
  }
  const correct: Act = {
    ...plain,
    by: rightsOf(spec.correct.by),
    id: 'correct',
    kind: 'correct',
    from: living,
    to: null,
    takes: spec.correct.fields ?? typed,
    freeIn: spec.correct.freeIn ?? [],
  }
  const withdraw: Act = {
    ...plain,
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
  return { create, ...Object.fromEntries(steps), correct, withdraw }
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
    ...plain,
    by: rightsOf(act.by),
    id,
    kind: 'step',
    from: list(act.from),
    to: act.to,
    when: act.when === undefined ? null : readOrThrow(of, act.when),
    asks: list(act.asks),
    needs: list(act.needs),
    takes: list(act.takes),
    clears: list(act.clears),
    dates: act.dates ?? null,
    notBy: list(act.notBy),
    enforcement: act.enforcement === true,
    ...factsOf(act, spec, specs),
    ...effectsOf(act, of),
  }
}

function rightsOf(by: ActSpec['by']): Right[] {
  return [by].flat().map(({ role, in: within }) => ({ roles: list(role), in: within ?? null }))
}
