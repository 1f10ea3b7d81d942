import { type Filter, type FilterSpec, readFilter } from '../query/index.ts'
import { columnName, list, statesOf } from './normal.ts'
import type { ActSpec, RegisterSpec } from './notation.ts'
import type { Act, Field, Register } from './pack.ts'

/** A register as written, with every default filled in. The check has passed it. */
export function normalRegister(id: string, spec: RegisterSpec, pack: string): Register {
  const fields = Object.fromEntries(
    Object.entries(spec.fields).map(([name, field]): [string, Field] => [
      name,
      { id: name, column: columnName(name), spec: field },
    ]),
  )
  const states = statesOf(spec)
  return {
    id,
    pack,
    table: columnName(id),
    title: spec.title,
    axes: spec.axes ?? {},
    open: spec.open === true,
    fields,
    states,
    acts: actsOf(spec, { fields, states }),
    list: { columns: spec.list.columns, filters: spec.list.filters ?? [], order: spec.list.order ?? [] },
  }
}

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

function actsOf(
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

/** Reads a filter that the check has read before; if it cannot be read now, the check has a hole. */
export function readOrThrow(
  of: { fields: Record<string, Field>; states: string[] },
  spec: FilterSpec,
): Filter {
  const filter = readFilter(of, spec)
  if (!filter.ok) throw new Error(`a checked filter could not be read: ${JSON.stringify(filter.problems)}`)
  return filter.value
}
