import type fc from 'fast-check'
import { type Day, isDay } from '../../calendar/index.ts'
import { type Stock, someDays } from '../../fields/testing/inputs.ts'
import { composePacks, type Pack, type PackSource, type Register } from '../../pack/index.ts'

// The engine may not import a pack; its tests load the proving pack as data, by a path that no compiler follows.
const path = '../../../packs/allotment/pack.ts'
const { default: source } = (await import(/* @vite-ignore */ path)) as { default: PackSource }

/** Composes packs for a test, or says what is wrong with them. */
export function composed(...sources: PackSource[]): Pack {
  const pack = composePacks(sources)
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems))
  return pack.value
}

/** The proving pack: an invented garden office. */
export const allotment: Pack = composed(source)
export const [plot, visit, fault, tool, letter, lease] = [
  'plot',
  'visit',
  'fault',
  'tool',
  'letter',
  'lease',
].map((id) => allotment.registers[id]) as [Register, Register, Register, Register, Register, Register]

/** Every register of the pack, for what must hold of all. */
export const everyRegister = [fault, plot, visit, tool, letter, lease].map((register): [string, Register] => [
  register.id,
  register,
])

/** An id that is the same in every run. */
export function idOf(n: number): string {
  return `0190a6f0-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** Few ids for each register, so that equal links occur. */
const ids: Record<string, string[]> = {
  organ: [1, 2, 3].map(idOf),
  person: [11, 12].map(idOf),
  plot: [21, 22, 23].map(idOf),
  visit: [31, 32].map(idOf),
  fault: [41, 42].map(idOf),
  letter: [51, 52].map(idOf),
  section: [61, 62, 63].map(idOf),
}

export const firstDay: Day = '2022-02-20'

/** What generated records and filters of this pack speak of: forty days around a turn of the month. */
export const stock: Stock = {
  options: (list) => allotment.options[list]!,
  ids: (register) => ids[register] ?? [],
  days: someDays(firstDay, 40),
}

export const someDay: fc.Arbitrary<Day> = stock.days.filter(isDay)
