import type { PackProblemCode, PackSource } from '@anzhi/engine/pack'
import allotment from '../pack.ts'

/** Sets the value at a path of a copy of the pack; undefined takes it away. */
export type Change = [path: string, value?: unknown]

/** A copy of the pack with these changes. */
export function spoil(changes: Change[]): PackSource {
  const copy = JSON.parse(JSON.stringify(allotment)) as PackSource
  for (const [path, value] of changes) {
    const steps = path.split('/')
    const last = steps.pop()!
    const holder = steps.reduce(
      (at, step) => at[step] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    )
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return copy
}

/** A pack in which something is wrong, and everything that must be told of it. */
export interface Broken {
  what: string
  changes: Change[]
  problems: [path: string, code: PackProblemCode, given?: string][]
}
