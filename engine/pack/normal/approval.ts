import type { ActSpec, By, RegisterSpec } from '../notation/index.ts'
import { list } from './names.ts'

/** A register in which every approval is written out as the states and acts that it means. */
export function withApprovals(spec: RegisterSpec): RegisterSpec {
  const { life } = spec
  const approved = Object.entries(life?.acts ?? {}).filter(([, act]) => act.approval !== undefined)
  if (life === undefined || approved.length === 0) return spec
  const acts = Object.entries(life.acts).flatMap(([id, act]) =>
    act.approval === undefined ? [[id, act] as const] : writtenOut(id, act),
  )
  const states = life.states.flatMap((state) => [
    state,
    ...approved.flatMap(([id, act]) => (list(act.from)[0] === state ? stagesOf(id, act) : [])),
  ])
  return { ...spec, life: { ...life, states, acts: Object.fromEntries(acts) } }
}

/** The acts into which an approval falls apart, by the place in it from which each comes. */
export function placesOf(id: string, { approval = [] }: ActSpec): [act: string, place: string][] {
  return [
    ...approval.map((signer, n): [string, string] => [stage(id, signer.id), `${id}/approval/${n}`]),
    [`${id}Refuse`, `${id}/approval`],
  ]
}

function stage(act: string, signer: string): string {
  return act + signer.charAt(0).toUpperCase() + signer.slice(1)
}

function stagesOf(id: string, { approval = [] }: ActSpec): string[] {
  return approval.map((signer) => stage(id, signer.id))
}

/** Asked for, agreed to by one after the other, and done by the last of them; each is another hand than all before. */
function writtenOut(id: string, { approval, ...act }: ActSpec): [string, ActSpec][] {
  const { asks: _asks, takes: _takes, clears, dates, issues, also, makes, ...checked } = act
  const done = definedOf({ clears, dates, issues, also, makes })
  const stages = stagesOf(id, { ...act, approval })
  const signing = approval!.map(({ by }, n): [string, ActSpec] => {
    const isLast = n === stages.length - 1
    const notBy = [...list(act.notBy), id, ...stages.slice(0, n)]
    const to = isLast ? act.to : stages[n + 1]!
    return [stages[n]!, { ...checked, ...(isLast ? done : {}), from: stages[n]!, to, by, notBy }]
  })
  const { clears: _clears, dates: _dates, issues: _issues, also: _also, makes: _makes, ...asked } = act
  return [
    [id, { ...asked, to: stages[0] ?? act.to }],
    ...signing,
    [`${id}Refuse`, refusal(act, stages, approval!)],
  ]
}

function refusal(act: ActSpec, stages: string[], approval: NonNullable<ActSpec['approval']>): ActSpec {
  const by = approval.flatMap(({ by }, n): By[] => [by].flat().map((right) => ({ ...right, at: stages[n]! })))
  const enforcement = act.enforcement === undefined ? {} : { enforcement: act.enforcement }
  return { from: stages, to: list(act.from)[0]!, by, asks: ['reason'], ...enforcement }
}

function definedOf<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Partial<T>
}
