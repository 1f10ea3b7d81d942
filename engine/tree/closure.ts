import { type Day, earlierDay, laterDay } from '../calendar/index.ts'

/** Days from `from` on, before `until`, on which a node stood right below another; null: at the top. */
export interface Standing {
  from: Day
  until: Day | null
  parent: string | null
}

/** Days on which one node stood at or below another; `depth` counts the steps between, 0 for itself. */
export interface Descent {
  id: string
  ancestor: string
  depth: number
  from: Day
  until: Day | null
}

/** Where each node of a tree stood, by day. */
export type Standings = ReadonlyMap<string, readonly Standing[]>

/**
 * Everything that every node of a tree stood at or below, by day. `known` holds what is known already of nodes
 * that `nodes` does not tell of. A node without standings is nowhere, and nothing stands below it.
 */
export function descentsOf(
  nodes: Standings,
  known: ReadonlyMap<string, readonly Descent[]> = new Map(),
): Descent[] {
  return [...nodes.keys()].flatMap((id) => {
    const all = { from: '', until: null }
    return join(climb(nodes, known, id, all, []).map((descent) => ({ ...descent, id })))
  })
}

/** Days from `from` on, before `until`. */
interface Window {
  from: Day
  until: Day | null
}

/** What stands at or above a node within some days. Two nodes may change places in time: only the days tell a circle. */
function climb(
  nodes: Standings,
  known: ReadonlyMap<string, readonly Descent[]>,
  id: string,
  within: Window,
  path: readonly string[],
): Descent[] {
  const depth = path.length
  const standings = nodes.get(id)
  if (standings === undefined) {
    return (known.get(id) ?? []).flatMap((one) => during(within, { ...one, depth: one.depth + depth }))
  }
  return standings.flatMap((standing) => {
    const here = during(within, { id, ancestor: id, depth, from: standing.from, until: standing.until })
    const { parent } = standing
    // A circle, which no act makes, leads nowhere.
    if (parent === null || path.includes(parent)) return here
    return [...here, ...here.flatMap((days) => climb(nodes, known, parent, days, [...path, id]))]
  })
}

function during({ from, until }: Window, descent: Descent): Descent[] {
  const both = { ...descent, from: laterDay(from, descent.from), until: earlierDay(until, descent.until) }
  return both.until !== null && both.until <= both.from ? [] : [both]
}

/** Days that follow one another become one stretch. */
function join(descents: Descent[]): Descent[] {
  const joined = new Map<string, Descent[]>()
  for (const descent of [...descents].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const key = `${descent.ancestor} ${descent.depth}`
    const stretches = joined.get(key) ?? []
    const last = stretches.at(-1)
    if (last?.until === descent.from) last.until = descent.until
    else stretches.push(descent)
    joined.set(key, stretches)
  }
  return [...joined.values()].flat()
}
