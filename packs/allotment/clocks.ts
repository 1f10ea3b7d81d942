import type { ClockSpec } from '@anzhi/engine/pack'

/** The time limits of the garden: one for every way in which a limit can be counted. */
export const clocks: Record<string, ClockSpec> = {
  mend: { count: 7, unit: 'workingDay', standing: 'law' },
  announceVisit: { count: 2, unit: 'workingDay', before: true, standing: 'law' },
  payRent: { count: 15, unit: 'day', rollsToWorkingDay: true, standing: 'law' },
  renewLease: { count: 1, unit: 'month', before: true, standing: 'local' },
  leaseRuns: { count: 1, unit: 'year', from: 'sameDay', standing: 'unchecked' },
  reportFlood: { count: 2, unit: 'hour', standing: 'law' },
}
