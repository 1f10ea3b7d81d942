import type { Day } from '@anzhi/engine/calendar'
import type { Link } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import type { LivingRecord } from '@anzhi/engine/record'
import fc from 'fast-check'

/**
 * Trees whose nodes move: records of a register, the given ids among them, each from day to day below one that stands
 * after it in the list, or at the top. So nobody ever stands below itself.
 */
export function groves(
  register: Register,
  ids: readonly string[],
  days: fc.Arbitrary<Day>,
): fc.Arbitrary<LivingRecord[]> {
  const nodes = ids.map((id, n) => {
    const above = ids.slice(n + 1)
    const parent = fc.option(fc.constantFrom(...(above.length === 0 ? [null] : above)), { freq: 3 })
    const stretch = fc.record({ from: days, parent })
    return fc.array(stretch, { minLength: 1, maxLength: 4 }).map((life) => nodeOf(register, id, life))
  })
  return fc.tuple(...nodes)
}

function nodeOf(register: Register, id: string, life: { from: Day; parent: string | null }[]): LivingRecord {
  const inOrder = [...life].sort((a, b) => (a.from < b.from ? -1 : 1))
  const spans = inOrder.map(({ from, parent }, n) => ({
    ...{ from, until: inOrder[n + 1]?.from ?? null, act: n === 0 ? 'create' : 'move' },
    ...{ by: id, state: register.states[0]! },
    tracked: { [register.tree!]: parent === null ? null : ({ id: parent, text: null } satisfies Link) },
  }))
  const values = { name: id.slice(-3), ...spans.at(-1)!.tracked }
  return { id, version: spans.length, state: register.states[0]!, values, spans }
}
