import { type Day, isDay } from '../calendar/index.ts'
import { isUuid } from '../fields/index.ts'
import type { Act, Register } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { holdsOn } from '../tree/index.ts'
import type { Known } from './known.ts'
import { linkedIds } from './links.ts'
import { keyInSpan, type LivingRecord, type Values } from './record.ts'

/** Days on which a record belonged to a campaign, or to a part of its plan, and how it came to. */
export interface Tag {
  /** The id of the scope. */
  node: string
  from: Day
  until: Day | null
  /** Somebody said so, a rule of the pack, or it was taken over from a linked record when it was made. */
  how: 'entered' | 'rule' | 'carried'
}

const isTold = ({ how }: Tag) => how !== 'rule'

/** What was said of a record, and taken over, without what rules say. */
export function toldTags(tags: readonly Tag[] | undefined): Tag[] {
  return (tags ?? []).filter(isTold)
}

/** What is wrong with the scopes that an act is given. */
export function tagProblems(register: Register, act: Act, given: readonly string[] | undefined): Problem[] {
  const takes =
    act.kind === 'tag' || act.kind === 'untag' || (act.kind === 'create' && register.tags !== null)
  if (given === undefined || given.length === 0) {
    return act.kind === 'tag' || act.kind === 'untag' ? [problem('required', 'tags')] : []
  }
  if (!takes) return [problem('notAsked', 'tags', { act: act.id })]
  return given.every(isUuid) ? [] : [problem('notLink', 'tags')]
}

/** What is said of a record once more scopes are named; one that holds already begins earlier, or nothing changes. */
export function tagged(tags: readonly Tag[], nodes: readonly string[], day: Day): Tag[] {
  const all = [...tags]
  for (const node of new Set(nodes)) {
    const open = all.findIndex((tag) => tag.node === node && tag.until === null)
    if (open < 0) all.push({ node, from: day, until: null, how: 'entered' })
    else if (day < all[open]!.from) all[open] = { ...all[open]!, from: day }
  }
  return all
}

/** What is said of a record once scopes are taken from it; what would not have held for a day was never there. */
export function untagged(tags: readonly Tag[], nodes: readonly string[], day: Day): Tag[] {
  return tags
    .map((tag) => (tag.until === null && nodes.includes(tag.node) ? { ...tag, until: day } : tag))
    .filter(({ from, until }) => until === null || from < until)
}

/** What a new record takes over: whatever the record that its link names belongs to on that day. */
export function carriedTags(register: Register, values: Values, known: Known, day: Day): Tag[] {
  const field = register.tags?.carries ?? null
  if (field === null || !isDay(day)) return []
  const linked = linkedIds(register, { [field]: values[field] })
  const nodes = linked.flatMap((link) => {
    const tags = known.recordOf(link.register, link.id)?.tags ?? []
    return tags.filter((tag) => holdsOn(tag, day)).map(({ node }) => node)
  })
  return [...new Set(nodes)].map((node) => ({ node, from: day, until: null, how: 'carried' }))
}

/**
 * The days on which the rules of the pack put a record into scopes: read from its whole life, so that a corrected
 * value never belonged. A rule whose scope is not there says nothing.
 */
export function ruleTags(
  register: Register,
  record: Pick<LivingRecord, 'values' | 'spans'>,
  nodeOf: (key: string) => string | undefined,
): Tag[] {
  return (register.tags?.rules ?? []).flatMap(({ scope, where }) => {
    const node = nodeOf(scope)
    if (node === undefined) return []
    const tags: Tag[] = []
    for (const span of record.spans) {
      if (span.until === span.from || !matches(register, where, keyInSpan(register, record, span))) continue
      const last = tags.at(-1)
      if (last?.until === span.from) last.until = span.until
      else tags.push({ node, from: span.from, until: span.until, how: 'rule' })
    }
    return tags
  })
}
