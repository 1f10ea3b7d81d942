import { addDays, earlierDay, laterDay } from '../calendar/index.ts'
import type { Pack, PointingTest, Register } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import type { Holding } from './bounds.ts'
import { contributionsOf } from './contributions.ts'
import { type Pointed, pointingLeaf } from './pointing.ts'

/** Reads from records in memory on which days each record is named. */
export function pointedIn(pack: Pack, recordsOf: (register: Register) => readonly LivingRecord[]): Pointed {
  const known = new Map<PointingTest, Map<string, Holding[]>>()
  return (test, record) => {
    const all = known.get(test) ?? daysByRecord(pack, recordsOf, test)
    known.set(test, all)
    return all.get(record) ?? []
  }
}

function daysByRecord(
  pack: Pack,
  recordsOf: (register: Register) => readonly LivingRecord[],
  test: PointingTest,
): Map<string, Holding[]> {
  const register = pack.registers[test.register]!
  const leaf = pointingLeaf(test)
  const days = new Map<string, Holding[]>()
  for (const { unit, on, from, until } of recordsOf(register).flatMap((one) =>
    contributionsOf(leaf, register, one),
  )) {
    const last = on === null || test.within === null ? null : addDays(on, test.within)
    const held = { from: on === null ? from : laterDay(from, on), until: earlierDay(until, last) }
    if (held.until === null || held.from < held.until) days.set(unit!, [...(days.get(unit!) ?? []), held])
  }
  return new Map([...days].map(([id, all]) => [id, joined(all)]))
}

/** Stretches in order that neither meet nor overlap. */
function joined(all: readonly Holding[]): Holding[] {
  const stretches: Holding[] = []
  for (const one of all.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1)
    if (last === undefined || (last.until !== null && last.until < one.from)) stretches.push({ ...one })
    else if (last.until !== null) last.until = one.until === null ? null : laterDay(last.until, one.until)
  }
  return stretches
}
