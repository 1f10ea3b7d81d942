import { type Day, earlierDay, laterDay } from '../calendar/index.ts'
import type { LeafIndicator, PointingTest } from '../pack/index.ts'
import { everything } from '../query/index.ts'
import type { Holding } from './bounds.ts'

/** Gives the days of the figure on which a record is named by one like this. */
export type Pointed = (test: PointingTest, record: string) => readonly Holding[]

/** The records that name others, as a leaf that tells those others apart. */
export function pointingLeaf({ register, by, on, where }: PointingTest): LeafIndicator {
  return {
    ...{ id: by, kind: 'distinct', register, of: by, on, unit: '', decimals: null, where },
    ...{ pointing: [], each: null, whereRow: everything, sources: ['counted'], axis: null },
  }
}

/** Narrows the days of a stretch to those on which records that name this one are there, or are not. */
export function narrowByPointing(
  holding: Holding,
  tests: readonly PointingTest[],
  record: string,
  pointed: Pointed,
): Holding[] {
  return tests.reduce(
    (pieces: Holding[], test) => {
      const days = pointed(test, record)
      return test.is === 'has' ? within(pieces, days) : without(pieces, days)
    },
    [holding],
  )
}

function within(pieces: readonly Holding[], days: readonly Holding[]): Holding[] {
  return pieces.flatMap((piece) =>
    days.flatMap((one) => stretch(laterDay(piece.from, one.from), earlierDay(piece.until, one.until))),
  )
}

function without(pieces: readonly Holding[], days: readonly Holding[]): Holding[] {
  return days.reduce(
    (left: Holding[], one) =>
      left.flatMap((piece) => [
        ...stretch(piece.from, earlierDay(piece.until, one.from)),
        ...(one.until === null ? [] : stretch(laterDay(piece.from, one.until), piece.until)),
      ]),
    [...pieces],
  )
}

function stretch(from: Day, until: Day | null): Holding[] {
  return until === null || from < until ? [{ from, until }] : []
}
