import type { Figure, Reading } from '../read/figure.ts'
import { fits } from './same.ts'

export interface Rate {
  figure: Figure
  /** 整改 of 整改率; 占 for a share. */
  name: string
  /** The parts it is surely made of. */
  parts?: readonly [part: Figure, whole: Figure]
  /** Every reading under which it would be right: if one fits, nothing is said. */
  readings: readonly (readonly [number, number])[]
}

/** What stands before a rate in its sentence, or its column head. */
export function leadOf(reading: Reading, figure: Figure): string {
  if (figure.cell) return figure.head
  const from = reading.sentences[figure.sentence]?.from ?? figure.from
  return reading.text.slice(Math.max(from, figure.from - 48), figure.from)
}

/** Every pair of figures that may make a rate, for the benefit of the doubt. */
export function listReadings(wholes: readonly Figure[], parts: readonly Figure[]): [number, number][] {
  const pairs: [number, number][] = []
  for (const part of parts.slice(-24)) {
    for (const whole of wholes.slice(-24))
      if (part !== whole && fits(part, whole) && part.value <= whole.value)
        pairs.push([part.value, whole.value])
  }
  pairs.push(...runReadings(wholes.slice(-24)))
  return pairs
}

/** 优秀18家、良好42家、合格22家: the first parts of a list together may be the rate's part; so may all but one figure. */
function runReadings(figures: readonly Figure[]): [number, number][] {
  const sums: Figure[] = []
  let sum: Figure | undefined
  for (const figure of figures) {
    sum =
      sum && sum.clause === figure.clause && sum.unit === figure.unit
        ? { ...figure, value: sum.value + figure.value }
        : figure
    sums.push(sum)
  }
  return figures.flatMap((whole) =>
    sums
      .filter((s) => fits(s, whole) && s.value < whole.value && s.clause !== whole.clause)
      .map((s): [number, number] => [s.value, whole.value]),
  )
}
