import { type Asked, type Figure, figureFrom } from '../../indicator/index.ts'
import { allotment } from '../../record/testing/allotment.ts'

/** A figure of the proving pack whose leaves come to the numbers that are given, in their order. */
export function figureOf(id: string, asked: Asked, ...given: string[]): Figure {
  const left = [...given]
  return figureFrom(
    allotment,
    allotment.indicators[id]!,
    asked,
    { among: () => [], goal: () => null },
    () => {
      const number = left.shift()!
      return { tally: { records: 1, sum: number, units: Number(number) }, papers: [] }
    },
  )
}
