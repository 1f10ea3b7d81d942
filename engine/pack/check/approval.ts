import { placesOf } from '../normal/approval.ts'
import { list } from '../normal/names.ts'
import type { ActSpec, PackSource, RegisterSpec } from '../notation/index.ts'
import { checkName } from './looking.ts'
import type { Tell } from './packs.ts'

/** Tells which approvals cannot be written out as states and acts. */
export function checkApprovals(sources: readonly PackSource[], tell: Tell): void {
  for (const { spec, id, act, path } of approvalsIn(sources)) {
    const at = `${path}/life/acts/${id}/approval`
    if (act.approval!.length === 0) tell(at, 'empty')
    // Who refuses leads it back, and there must be one way back.
    if (list(act.from).length !== 1) tell(at, 'wrongValue', 'from')
    for (const signer of act.approval!) checkName(signer.id, at, tell)
    const taken = [...Object.keys(spec.life!.acts), ...spec.life!.states]
    const made = placesOf(id, act).map(([name]) => name)
    const twice = made.filter((name, n) => taken.includes(name) || made.indexOf(name) !== n)
    for (const name of twice) tell(at, 'nameTaken', name)
  }
}

/** What is wrong with an act that an approval means is told at the approval. */
export function whereApproved(sources: readonly PackSource[], tell: Tell): Tell {
  const places = approvalsIn(sources).flatMap(({ id, act, path }) =>
    placesOf(id, act).map(
      ([name, place]) => [`${path}/life/acts/${name}`, `${path}/life/acts/${place}`] as const,
    ),
  )
  return (path, code, given) => {
    const place = places.find(([from]) => path === from || path.startsWith(`${from}/`))
    tell(place === undefined ? path : place[1] + path.slice(place[0].length), code, given)
  }
}

interface Approval {
  spec: RegisterSpec
  id: string
  act: ActSpec
  path: string
}

function approvalsIn(sources: readonly PackSource[]): Approval[] {
  return sources.flatMap((source) =>
    Object.entries(source.registers ?? {}).flatMap(([register, spec]) =>
      Object.entries(spec.life?.acts ?? {})
        .filter(([, act]) => act.approval !== undefined)
        .map(([id, act]) => ({ spec, id, act, path: `${source.id}/registers/${register}` })),
    ),
  )
}
