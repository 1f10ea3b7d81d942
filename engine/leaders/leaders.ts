import { type Day, isDay } from '../calendar/index.ts'
import type { Link } from '../fields/index.ts'
import type { LivingRecord, Span, Values } from '../record/index.ts'
import { holdsOn } from '../tree/index.ts'

/** The records of posts, and of who held them. */
export interface Posts {
  posts: readonly LivingRecord[]
  holdings: readonly LivingRecord[]
}

/** Somebody in a post. */
export interface Holder {
  post: string
  person: string
}

const idIn = (value: unknown) => (value as Link | null | undefined)?.id ?? null

/** Whoever held a post on a day, the one who came first before the one who came later. */
export function holdersOf({ holdings }: Posts, post: string, day: Day): string[] {
  return holdings
    .filter(({ state, values }) => state !== 'withdrawn' && idIn(values.post) === post && isHeld(values, day))
    .sort((a, b) => compare(String(a.values.heldFrom), String(b.values.heldFrom)) || compare(a.id, b.id))
    .flatMap(({ values }) => idIn(values.person) ?? [])
}

function isHeld({ heldFrom, heldUntil }: Values, day: Day): boolean {
  return isDay(heldFrom) && heldFrom <= day && (!isDay(heldUntil) || day <= heldUntil)
}

/**
 * The leaders in the order of the leaders' table (领导排序) on a day. Posts that stand in no table, have ended or are
 * vacant are left out. Two posts in one place keep the order in which they were made.
 */
export function leadersOn(of: Posts, day: Day): Holder[] {
  return of.posts
    .flatMap((post) => {
      const order = activeOn(post, day)?.tracked.order
      return typeof order === 'number' ? [{ id: post.id, order }] : []
    })
    .sort((a, b) => a.order - b.order || compare(a.id, b.id))
    .flatMap(({ id }) => holdersOf(of, id, day).map((person) => ({ post: id, person })))
}

/** 第一责任人: who answered first for an organ on a day; undefined while its post is vacant, or it has none. */
export function firstResponsiblePerson(of: Posts, organ: string, day: Day): string | undefined {
  return of.posts
    .filter((post) => idIn(post.values.organ) === organ && activeOn(post, day)?.tracked.answersFirst === true)
    .flatMap(({ id }) => holdersOf(of, id, day))[0]
}

/** The stretch of a post's life in which a day lies, while it is kept; before its entry it was what it was first. */
function activeOn({ spans }: LivingRecord, day: Day): Span | undefined {
  const first = spans[0]
  const then =
    spans.find((span) => holdsOn(span, day)) ?? (first !== undefined && day < first.from ? first : undefined)
  return then?.state === 'active' ? then : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
