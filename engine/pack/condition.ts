import type { OrderTest } from '../query/index.ts'

/** What a figure is held against: an exact number as text, or whether it is known at all. */
export type FigureTest = { is: 'equals' | OrderTest; value: string } | { is: 'known' }

/** A condition over figures that has been read. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { figure: string; test: FigureTest }

/** The figures that a condition reads, as they occur. */
export function figuresIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(figuresIn)
  if ('any' in condition) return condition.any.flatMap(figuresIn)
  if ('not' in condition) return figuresIn(condition.not)
  return [condition.figure]
}
