import Big from 'big.js'
import type { Day } from '../calendar/index.ts'
import type { Values } from '../record/index.ts'

/** A line of a campaign's plan: what an indicator is to come to, by when. */
interface Goal {
  indicator: string
  goal: string
  due?: Day | null
}

/**
 * The goal that holds on a day: the next that is due, or the last where all days are over; one without a day comes after
 * those that have one. null where the plan names none, or none above nothing.
 */
export function goalIn({ targets }: Values, indicator: string, asOf: Day): string | null {
  const all = ((targets ?? []) as Goal[]).filter((one) => one.indicator === indicator && Number(one.goal) > 0)
  const inOrder = all.toSorted((a, b) => ((a.due ?? never) < (b.due ?? never) ? -1 : 1))
  const found = inOrder.find(({ due }) => (due ?? never) >= asOf) ?? inOrder.at(-1)
  return found === undefined ? null : new Big(found.goal).toFixed()
}

// Later than every day there is.
const never: Day = '9999-12-31'
