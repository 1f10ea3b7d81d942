import type { Day, Period } from '../calendar/index.ts'
import type { Quantity } from '../fields/index.ts'
import type { BasicIndicator, LeafIndicator, Source } from '../pack/index.ts'
import { everything, type Filter } from '../query/index.ts'
import type { Values } from '../record/index.ts'
import type { Asked } from './figure.ts'
import type { Tally } from './tally.ts'

/** The classes that arrive as papers, each in a register of the core. */
export type GivenSource = Exclude<Source, 'counted'>
export const paperRegisters = { stated: 'statement', quoted: 'quotation' } as const

/** A statement or a quotation, as far as a figure reads it. */
export interface Paper {
  source: GivenSource
  record: string
  organ: string | null
  period: Period
  amount: string
  saidOn: Day
  /** Those of the organs that state something, that lie above its own. */
  above: string[]
  /** What the records of its organ and those below it come to over its days; null where there are none. */
  counted: Tally | null
}

/** Has it a day and no period? */
export function isStock(indicator: BasicIndicator): boolean {
  return indicator.kind === 'given' ? indicator.stock : indicator.on === null
}

/**
 * Which papers of a class speak for a figure, as a leaf over their register: statements that lie in the period,
 * quotations about just what is asked for and of just that period, and for a stock all that are known by then.
 */
export function papersLeaf(indicator: BasicIndicator, source: GivenSource, asked: Asked): LeafIndicator {
  const ofIt: Filter = { field: 'indicator', test: { is: 'oneOf', values: [indicator.id] } }
  const days = isStock(indicator) ? [] : daysOf(source, asked.period)
  return {
    ...{ id: indicator.id, kind: 'sum', register: paperRegisters[source], of: 'amount' },
    // On its last day it is seen under which organs a statement falls.
    ...{ on: isStock(indicator) ? null : 'lastDay', unit: indicator.unit, decimals: null },
    ...{ sources: ['counted'], axis: null, pointing: [], each: null, whereRow: everything },
    where: { all: [ofIt, ofScope(asked), ...days, ...(source === 'quoted' ? [aboutJust(asked)] : [])] },
  }
}

function daysOf(source: GivenSource, { from, to }: Period): Filter[] {
  if (source === 'stated') return [{ field: 'firstDay', test: { is: 'from', bound: from } }]
  return [
    { field: 'firstDay', test: { is: 'oneOf', values: [from] } },
    { field: 'lastDay', test: { is: 'oneOf', values: [to] } },
  ]
}

/** What is said within a campaign is said of it alone. */
function ofScope({ scope }: Asked): Filter {
  if (scope === undefined) return { not: { field: 'scope', test: { is: 'known' } } }
  return { field: 'scope', test: { is: 'oneOf', values: [scope] } }
}

/** For what the records of statements and quotations are asked: they belong to a campaign by a field. */
export function papersAsked({ scope: _, ...asked }: Asked): Asked {
  return asked
}

/** Another body's number about a whole is none about its parts. */
function aboutJust({ node }: Asked): Filter {
  const isNamed: Filter = { field: 'organ', test: { is: 'known' } }
  if (node === undefined) return { not: isNamed }
  return { field: 'organ', test: { is: 'oneOf', values: node.alone === true ? [] : [node.id] } }
}

/** What a figure reads of the record of a statement or a quotation. */
export function paperOf(source: GivenSource, { id, values }: { id: string; values: Values }): Paper {
  const organ = (values.organ as { id: string | null } | undefined)?.id ?? null
  return {
    source,
    record: id,
    organ,
    period: { from: values.firstDay as Day, to: values.lastDay as Day },
    amount: (values.amount as Quantity).amount,
    saidOn: values.saidOn as Day,
    above: [],
    counted: null,
  }
}
