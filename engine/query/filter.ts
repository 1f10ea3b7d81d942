import type { Scalar } from '../fields/index.ts'

/**
 * A filter as data, the same for a list, an act's condition and a figure. All its keys must hold. A key is a
 * field (or `state`) with a condition, or `all` / `any` (lists of filters) or `not` (a filter).
 *
 * A condition is a value (equal), null (unknown), a list (one of these) or
 * `{ before, upTo, from, after, has, known }`; for dates `asOf` may stand for the day of a figure.
 * Unknown never equals, precedes or contains anything, so `not` of such a test holds for it.
 *
 * `under` finds an option and those below it (`pressure` and `pressure/cylinder`), or of a link into a tree the
 * record named and those that stand below it today. Of what has several parts
 * (rows, several links, options or files) `size` asks how many: a number, or `{ before, upTo, from, after }`; a
 * plain value asks whether one of several links is it, and `{ some: filter }` whether one row is like this.
 */
export interface FilterSpec {
  [key: string]: unknown
}

export const orderTests = ['before', 'upTo', 'from', 'after'] as const
export type OrderTest = (typeof orderTests)[number]

/** What a date or number is compared with: a value, or the day of the figure that is being read. */
export type Bound = Exclude<Scalar, null> | { asOf: true }

export type Test =
  | { is: 'oneOf'; values: Exclude<Scalar, null>[] }
  | { is: OrderTest; bound: Bound }
  | { is: 'has'; text: string }
  | { is: 'known' }
  | { is: 'under'; option: string }
  /** At a record of a tree, or below it today. */
  | { is: 'under'; record: string; trees: readonly string[] }
  | { is: 'size'; test: OrderTest; count: number }
  /** Over the fields of a row; one row must pass it all. */
  | { is: 'some'; where: Filter }

/** A filter that has been read against a register; every field exists and every value fits its field. */
export type Filter = { all: Filter[] } | { any: Filter[] } | { not: Filter } | { field: string; test: Test }

/** The filter that everything passes. */
export const everything: Filter = { all: [] }

/** Does a filter speak of the day of the figure? */
export function usesAsOf(filter: Filter): boolean {
  if ('all' in filter) return filter.all.some(usesAsOf)
  if ('any' in filter) return filter.any.some(usesAsOf)
  if ('not' in filter) return usesAsOf(filter.not)
  if (filter.test.is === 'some') return usesAsOf(filter.test.where)
  return 'bound' in filter.test && typeof filter.test.bound === 'object'
}

/** The fields that a filter reads. */
export function fieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOf)
  if ('any' in filter) return filter.any.flatMap(fieldsOf)
  if ('not' in filter) return fieldsOf(filter.not)
  return [filter.field]
}
