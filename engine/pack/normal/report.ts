import { everything, type OrderBy } from '../../query/index.ts'
import type { Condition } from '../condition.ts'
import type { ClaimSpec, ConditionSpec, ReportBlockSpec, ReportSpec, SlotSpec } from '../notation/index.ts'
import type { Register } from '../register.ts'
import type { Claim, Report, ReportBlock, Slot } from '../report.ts'
import { readCondition } from './condition.ts'
import { readOrThrow } from './filter.ts'
import { leafOf } from './indicator.ts'

// A sentence names a few; whoever wants more than this wants a table.
const mostNamed = 100

/** A report as written, with every default filled in. The check has passed it. */
export function normalReport(id: string, spec: ReportSpec, registers: Record<string, Register>): Report {
  const slots = Object.entries(spec.slots ?? {}).map(([name, slot]) => [
    name,
    slotOf(name, slot, registers[slot.from]!),
  ])
  const claims = Object.entries(spec.claims ?? {}).map(([name, claim]) => [name, claimOf(name, claim)])
  return {
    id,
    blocks: spec.blocks.map(blockOf),
    slots: Object.fromEntries(slots),
    claims: Object.fromEntries(claims),
  }
}

function blockOf(spec: ReportBlockSpec): ReportBlock {
  const given: Partial<Omit<Extract<ReportBlockSpec, { clauses: unknown }>, 'kind'>> = spec
  const { text = null, clauses = [], numbered = false, join = numbered ? 'semicolon' : 'comma' } = given
  const read = clauses.map(({ text, when }) => ({
    text,
    when: when === undefined ? null : conditionOf(when),
  }))
  return { kind: spec.kind, text, clauses: read, numbered, join }
}

function slotOf(id: string, spec: SlotSpec, register: Register): Slot {
  const leaf = leafOf({ count: spec.from, unit: '', ...(spec.on === undefined ? {} : { on: spec.on }) })
  const where = spec.where === undefined ? everything : readOrThrow(register, spec.where)
  const most = { only: 1, first: 1, last: 1, all: spec.etc ?? mostNamed }[spec.take]
  const order = (spec.order ?? []).map(orderBy)
  const turned = order.map(({ field, descending }) => ({ field, descending: !descending }))
  return {
    id,
    of: { id, ...leaf, where, whereRow: everything, pointing: [], axis: null },
    order: spec.take === 'last' ? turned : order,
    take: spec.take,
    most,
    mayCut: spec.etc !== undefined,
    show: spec.show,
  }
}

/** `-foundOn` is the field, descending. */
export function orderBy(name: string): OrderBy {
  return { field: name.replace(/^-/, ''), descending: name.startsWith('-') }
}

function claimOf(id: string, { when, ...sentences }: ClaimSpec): Claim {
  return { id, when: conditionOf(when), ...sentences }
}

function conditionOf(spec: ConditionSpec): Condition {
  return readCondition(spec, (key) => {
    throw new Error(`a checked condition could not be read: ${key}`)
  })
}
