import type { Act } from '../act.ts'
import type { ActSpec, RegisterSpec } from '../notation/index.ts'
import type { Field } from '../register.ts'
import { readOrThrow } from './filter.ts'
import { list } from './names.ts'

const plain = {
  in: null,
  when: null,
  asks: [],
  needs: [],
  takes: [],
  clears: [],
  dates: null,
  notBy: null,
  enforcement: false,
  freeIn: [],
}

/** The acts of a register: those that every register has, and the steps of its life. */
export function actsOf(
  spec: RegisterSpec,
  of: { fields: Record<string, Field>; states: string[] },
): Record<string, Act> {
  const typed = Object.keys(spec.fields).filter((field) => spec.fields[field]!.type !== 'serial')
  const living = of.states.slice(0, -1)
  const create: Act = {
    ...plain,
    ...byOf(spec.create.by),
    id: 'create',
    kind: 'create',
    from: [],
    to: of.states[0]!,
    needs: typed.filter((field) => spec.fields[field]!.required === true),
    takes: spec.create.takes ?? typed.filter((field) => !givenLater(spec, field)),
    dates: spec.create.dates ?? null,
    enforcement: spec.create.enforcement === true,
  }
  const correct: Act = {
    ...plain,
    ...byOf(spec.correct.by),
    id: 'correct',
    kind: 'correct',
    from: living,
    to: null,
    takes: spec.correct.fields ?? typed,
    freeIn: spec.correct.freeIn ?? [],
  }
  const withdraw: Act = {
    ...plain,
    ...byOf(spec.withdraw.by),
    id: 'withdraw',
    kind: 'withdraw',
    from: living,
    to: 'withdrawn',
    asks: ['reason'],
  }
  const steps = Object.entries(spec.life?.acts ?? {}).map(([id, act]) => [id, stepOf(id, act, of)])
  return { create, ...Object.fromEntries(steps), correct, withdraw }
}

/** A field that only a step asks for or dates is not offered when the record is made. */
function givenLater(spec: RegisterSpec, field: string): boolean {
  if (spec.create.dates === field || spec.fields[field]!.required === true) return false
  return Object.values(spec.life?.acts ?? {}).some(
    (act) => act.dates === field || (act.asks ?? []).includes(field),
  )
}

function stepOf(id: string, act: ActSpec, of: { fields: Record<string, Field>; states: string[] }): Act {
  return {
    ...plain,
    ...byOf(act.by),
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
    notBy: act.notBy ?? null,
    enforcement: act.enforcement === true,
  }
}

function byOf(by: ActSpec['by']): Pick<Act, 'roles' | 'in'> {
  return { roles: list(by.role), in: by.in ?? null }
}
