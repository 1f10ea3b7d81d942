import { addDays } from '@anzhi/engine/calendar'
import type { Act, Pack, Register } from '@anzhi/engine/pack'
import { remarkAct, undoAct } from '@anzhi/engine/record'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { inputsOf, type Stock } from '../../engine/fields/testing/inputs.ts'
import type { Living } from './agree-kept.ts'
import type { ActRequest } from './office.ts'

/** Somebody wants something, sensible or not. */
export interface Whim extends ActRequest {
  who: string
  register: string
  act: string
  id: string
}

/** What chance may draw from: the records that are there, and where everybody works. */
export interface Scene {
  pack: Pack
  today: string
  /** With the files that each has handed in. */
  people: readonly Person[]
  records: ReadonlyMap<string, readonly Living[]>
}

interface Person {
  account: string
  userName: string
  organ: string
  roles: readonly string[]
  files: readonly string[]
}

type Draw = fc.GeneratorValue

// By its place, so that what was drawn can be told in a line.
const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(fc.nat, { max: list.length - 1 })]!
const often = (draw: Draw, inFive = 4) => draw(fc.nat, { max: 4 }) < inFive

/** Draws an act: mostly one that may succeed, by somebody who may do it; sometimes anything by anybody. */
export function drawWhim(draw: Draw, scene: Scene): Whim {
  const register = pick(draw, businessOf(scene.pack))
  const there = scene.records.get(register.id) ?? []
  const isNew = there.length === 0 || draw(fc.nat, { max: 9 }) < (there.length < 6 ? 5 : 2)
  return isNew ? drawCreate(draw, scene, register) : drawStep(draw, scene, register, pick(draw, there))
}

/** Registers in which somebody can make records; those of the server alone are no business of anybody. */
function businessOf(pack: Pack): Register[] {
  const all = Object.values(pack.registers).filter(({ acts }) =>
    acts.create!.by.some(({ roles }) => roles.some((role) => Object.hasOwn(pack.roles, role))),
  )
  // What has a long life is drawn more often.
  return all.flatMap((register) => (register.states.length > 4 ? [register, register, register] : [register]))
}

function drawCreate(draw: Draw, scene: Scene, register: Register): Whim {
  const act = register.acts.create!
  const who = drawPerson(draw, scene, act)
  const fields = act.takes.filter((field) => register.fields[field]!.spec.required === true || often(draw, 3))
  const values = drawValues(draw, scene, who, register, [
    ...fields,
    ...(act.dates === null ? [] : [act.dates]),
  ])
  return {
    who: who.userName,
    register: register.id,
    act: 'create',
    id: uuidv7(),
    ...at(draw, scene),
    ...(register.tags === null ? {} : tags(draw, scene, 2)),
    values: own(draw, act, values, who),
  }
}

function drawStep(draw: Draw, scene: Scene, register: Register, record: Living): Whim {
  const acts = [...Object.values(register.acts).filter(({ kind }) => kind !== 'create'), undoAct, remarkAct]
  const fitting = acts.filter(({ from }) => from.includes(record.state))
  const names = [...(fitting.length > 0 && often(draw) ? fitting : acts)]
  const act = pick(draw, names)
  const doer = scene.people.find(({ account }) => account === record.spans.at(-1)?.by)
  const who = act.kind === 'undo' && doer !== undefined ? doer : drawPerson(draw, scene, act)
  const wanted =
    act.kind === 'correct'
      ? [pick(draw, act.takes.length > 0 ? act.takes : [''])]
      : [...act.asks, ...act.needs, ...act.takes.filter(() => often(draw, 2))]
  const fields = [...new Set([...wanted, ...(act.dates !== null && often(draw, 2) ? [act.dates] : [])])]
  return {
    who: who.userName,
    register: register.id,
    act: act.id,
    id: record.id,
    version: often(draw) ? record.version : draw(fc.nat, { max: record.version }),
    ...at(draw, scene),
    ...(act.kind === 'tag' || act.kind === 'untag' ? tags(draw, scene, 5) : {}),
    ...(often(draw) ? { reason: '另有缘由' } : {}),
    values:
      act.kind === 'merge'
        ? { into: { id: pick(draw, scene.records.get(register.id)!).id } }
        : own(draw, act, drawValues(draw, scene, who, register, fields), who),
  }
}

function drawPerson(draw: Draw, { people }: Scene, act: Act) {
  const may = people.filter(({ roles }) =>
    act.by.some((right) => right.roles.some((role) => roles.includes(role))),
  )
  return pick(draw, may.length > 0 && often(draw) ? may : people)
}

/** The day of an act: mostly today's neighbourhood, so that acts often fall on one day. */
function at(draw: Draw, { today }: Scene): { day?: string } {
  return often(draw, 2) ? {} : { day: addDays(today, -draw(fc.nat, { max: 40 })) }
}

/** Which campaigns it belongs to. */
function tags(draw: Draw, scene: Scene, inFive: number): { tags?: string[] } {
  const nodes = livingIn(scene, 'scope')
  return nodes.length > 0 && often(draw, inFive) ? { tags: [pick(draw, nodes)] } : {}
}

function drawValues(
  draw: Draw,
  scene: Scene,
  who: Person,
  register: Register,
  names: readonly string[],
): Record<string, unknown> {
  const fields = names.filter((name) => Object.hasOwn(register.fields, name))
  const stock: Stock = {
    options: (list) => scene.pack.options[list] ?? [],
    ids: (target) => (target === 'file' ? who.files : livingIn(scene, target)),
    days: fc.nat({ max: 40 }).map((n) => addDays(scene.today, -n)),
  }
  const drawn = (name: string) => {
    const { spec } = register.fields[name]!
    // Files are those that somebody has handed in; no generator could know them.
    return spec.type === 'files'
      ? who.files.slice(0, 1 + draw(fc.nat, { max: 1 }))
      : draw(() => inputsOf(spec, stock))
  }
  return Object.fromEntries(fields.map((name) => [name, drawn(name)]))
}

function livingIn({ records }: Scene, register: string): string[] {
  return (records.get(register) ?? []).filter(({ state }) => state !== 'withdrawn').map(({ id }) => id)
}

/** Where an act belongs to an organ, it is mostly the actor's own that is named. */
function own(draw: Draw, act: Act, values: Record<string, unknown>, who: { organ: string }) {
  const named = act.by.flatMap((right) => (right.in !== null && right.in in values ? [right.in] : []))
  return often(draw)
    ? { ...values, ...Object.fromEntries(named.map((field) => [field, { id: who.organ }])) }
    : values
}
