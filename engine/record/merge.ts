import { fieldTypeOf } from '../fields/index.ts'
import type { Pack, Register } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { type Change, difference } from './apply-act.ts'
import { relinkAct } from './built-in.ts'
import type { Decided } from './effects.ts'
import { whyNot } from './may.ts'
import { readReason } from './reason.ts'
import type { Actor, LivingRecord, Values } from './record.ts'
import { same } from './spans.ts'
import { type Tag, toldTags } from './tags.ts'

interface Merging {
  pack: Pack
  register: Register
  record: LivingRecord
  /** The record that stays; undefined when there is none that the actor sees. */
  into: LivingRecord | undefined
  actor: Actor
  today: string
  reason: string | undefined
}

/** Says that a record is another one: it ends as `merged`, counts on no day, and remembers which one it is. */
export function mergeInto(merging: Merging): Result<Decided> {
  const { register, record, into, today } = merging
  const reason = readReason(merging.reason, today)
  const problems = [...whyNotMerge(merging), ...(reason.ok ? [] : reason.problems)]
  if (reason.ok && reason.value === null) problems.push(problem('required', 'reason'))
  if (problems.length > 0 || into === undefined || !reason.ok) return bad(...problems)
  const change: Change = {
    register: register.id,
    act: 'merge',
    kind: 'merge',
    id: record.id,
    version: record.version + 1,
    state: 'merged',
    values: record.values,
    spans: [],
    before: { state: record.state },
    after: { state: 'merged', mergedInto: { id: into.id, text: null } },
    day: today,
    reason: reason.value,
  }
  return ok({ change, found: record.spans })
}

function whyNotMerge({ pack, register, record, into, actor }: Merging): Problem[] {
  const act = register.acts.merge
  if (act === undefined) return [problem('noSuchAct', 'act', { given: 'merge' })]
  const problems = whyNot(pack, register, act, record, actor)
  if (into === undefined) return [...problems, problem('notFound', 'into')]
  const isLiving = act.from.includes(into.state)
  if (into.id === record.id) problems.push(problem('notLink', 'into'))
  else if (!isLiving) problems.push(problem('wrongState', 'into', { act: 'merge', state: into.state }))
  return problems
}

/**
 * A record in which every link to one that was merged leads to the one that stays, also in its past; undefined
 * when none did. The one that stays would name itself: it takes over what the merged one named there.
 */
export function relinked({
  register,
  record,
  merged,
  into,
  today,
}: {
  register: Register
  record: LivingRecord
  merged: LivingRecord
  into: string
  today: string
}): Result<Decided> | undefined {
  const isKept = record.id === into
  const swap = (values: Values) =>
    (isKept ? inherited(values, merged, into) : replaced(values, merged.id, into)) as Values
  const values = swap(record.values)
  const spans = record.spans.map((span) => ({
    ...span,
    by: span.by === merged.id ? into : span.by,
    tracked: swap(span.tracked),
  }))
  const { before, after } = difference(record.values, values)
  const tags = isKept ? joinedTags(record, merged) : toldTags(record.tags)
  if (!same(tags, toldTags(record.tags))) {
    before.tags = toldTags(record.tags)
    after.tags = tags
  }
  if (Object.keys(after).length === 0 && same(spans, record.spans)) return undefined
  const emptied = Object.keys(after).filter(
    (field) => after[field] === null && register.fields[field]?.spec.required === true,
  )
  if (emptied.length > 0)
    return bad(...emptied.map((field) => problem('required', field, { register: register.id })))
  const change: Change = {
    register: register.id,
    act: relinkAct.id,
    kind: 'correct',
    id: record.id,
    version: record.version + 1,
    state: record.state,
    values,
    spans,
    ...(register.tags === null ? {} : { tags }),
    before,
    after,
    day: today,
    reason: null,
  }
  return ok({ change, found: record.spans })
}

/** What either belonged to: days that touch are one stretch, and what somebody said stands over what was taken over. */
function joinedTags(kept: LivingRecord, merged: LivingRecord): Tag[] {
  const theirs = toldTags(merged.tags)
  if (theirs.length === 0) return toldTags(kept.tags)
  const all = [...toldTags(kept.tags), ...theirs]
  const inOrder = [...all].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const joined: Tag[] = []
  for (const tag of inOrder) {
    const open = joined.findIndex(
      (one) => one.node === tag.node && (one.until === null || one.until >= tag.from),
    )
    if (open < 0) joined.push(tag)
    else joined[open] = asOne(joined[open]!, tag)
  }
  return joined
}

function asOne(first: Tag, second: Tag): Tag {
  const until = first.until === null || second.until === null ? null : [first.until, second.until].sort()[1]!
  const how = [first.how, second.how].includes('entered') ? 'entered' : first.how
  return { ...first, until, how }
}

/** An id is one record's and no other's: wherever it stands in a value, it means that record. */
function replaced(value: unknown, from: string, to: string): unknown {
  if (value === from) return to
  if (Array.isArray(value))
    return withoutDoubles(
      value.map((part) => replaced(part, from, to)),
      to,
    )
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, from, to)]))
}

/** A list that named both names the one that stays once. */
function withoutDoubles(list: unknown[], to: string): unknown[] {
  const names = (item: unknown) => item === to || (item as { id?: unknown } | null)?.id === to
  const first = list.findIndex(names)
  return list.filter((item, n) => n === first || !names(item))
}

function inherited(values: Values, merged: LivingRecord, own: string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (!contains(value, merged.id)) return [field, value]
      if (Array.isArray(value)) return [field, value.filter((item) => !contains(item, merged.id))]
      const theirs = merged.values[field] ?? null
      return [field, contains(theirs, own) || contains(theirs, merged.id) ? null : theirs]
    }),
  )
}

function contains(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return value === id
  return Object.values(value).some((part) => contains(part, id))
}

/** The fields of a register that may name a record of another. */
export function fieldsNaming(register: Register, target: string): string[] {
  return Object.values(register.fields)
    .filter(({ spec }) => fieldTypeOf(spec).targets?.(spec).includes(target))
    .map(({ id }) => id)
}
