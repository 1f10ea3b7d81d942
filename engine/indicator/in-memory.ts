import type { Indicator, Pack, Register } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import { belongsTo } from './along.ts'
import { contributionsOf, counts } from './contributions.ts'
import { type Asked, type Figure, figureFrom, type Need } from './figure.ts'
import { type Tally, tallyOf } from './tally.ts'

type RecordsOf = (register: Register) => readonly LivingRecord[]

/** Reads a figure from records in memory. The server reads the same definition as SQL; a law holds them equal. */
export function figureInMemory(pack: Pack, indicator: Indicator, recordsOf: RecordsOf, asked: Asked): Figure {
  return figureFrom(pack, indicator, asked, (need) => tallyInMemory(pack, recordsOf, need))
}

function tallyInMemory(pack: Pack, recordsOf: RecordsOf, { leaf, asked }: Need): Tally {
  const register = pack.registers[leaf.register]!
  const belongs = belongsTo(pack, leaf, recordsOf, asked.node)
  const contributions = recordsOf(register)
    .flatMap((record) => contributionsOf(leaf, register, record, { belongs, asOf: asked.asOf }))
    .filter((contribution) => counts(contribution, asked.period, asked.asOf))
  return tallyOf(contributions)
}
