import { readFigures } from './read/read.ts'
import type { Rough } from './read/token.ts'

/** A figure of a text with what it counts; offsets are UTF-16 units. */
export interface FoundFigure {
  from: number
  to: number
  quote: string
  value: number
  unit: string
  rough: Rough
  /** Step words before it (排查, 整改). */
  steps: readonly string[]
  /** What is counted. */
  object: string
  /** Its period phrase, '' when the text gives none. */
  period: string
  /** Its words before and after, as printed. */
  before: string
  after: string
}

/** Every figure of a text, in order: for binding a report's figures and for importing. */
export function findFigures(text: string): FoundFigure[] {
  return readFigures(text).figures.map((f) => ({
    from: f.from,
    to: f.to,
    quote: text.slice(f.from, f.to),
    value: f.value,
    unit: f.unit,
    rough: f.rough,
    steps: f.meaning.steps,
    object: f.meaning.object,
    period: f.period,
    before: f.head,
    after: f.tail,
  }))
}
