import Big from 'big.js'
import type { Figure } from '../indicator/index.ts'
import { type Condition, type FigureTest, figuresIn } from '../pack/index.ts'

type Figures = ReadonlyMap<string, Figure>

/** Does a condition hold of these figures? null: figures without a value leave it open. */
export function conditionHolds(condition: Condition, figures: Figures): boolean | null {
  if ('all' in condition) return every(condition.all.map((part) => conditionHolds(part, figures)))
  if ('any' in condition)
    return opposite(every(condition.any.map((part) => opposite(conditionHolds(part, figures)))))
  if ('not' in condition) return opposite(conditionHolds(condition.not, figures))
  const { value } = readFigure(figures, condition.figure)
  if (condition.test.is === 'known') return value !== null
  return value === null ? null : passes(condition.test, value)
}

/** The figures of a condition that have no value, each once. */
export function unknownIn(condition: Condition, figures: Figures): string[] {
  return [...new Set(figuresIn(condition))].filter((id) => readFigure(figures, id).value === null)
}

/** A figure that a document needs; that it was not read is an error of the program. */
export function readFigure(figures: Figures, id: string): Figure {
  const figure = figures.get(id)
  if (figure === undefined) throw new Error(`the document needs ${id}, which was not read`)
  return figure
}

function every(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

function opposite(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds
}

function passes(test: Exclude<FigureTest, { is: 'known' }>, value: string): boolean {
  const order = new Big(value).cmp(new Big(test.value))
  if (test.is === 'equals') return order === 0
  if (test.is === 'before') return order < 0
  if (test.is === 'upTo') return order <= 0
  return test.is === 'from' ? order >= 0 : order > 0
}
