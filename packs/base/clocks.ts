import type { ClockSpec } from '@anzhi/engine/pack'

/**
 * The time limits that an office meets, with their sources in the words. What stands as `law` has been compared
 * with the text. None of these laws says whether a limit that ends on a day off is moved: it is here where a
 * party would else be too late (`finePaid`, after 民法典 art. 203), and is not where an office is bound.
 */
export const clocks: Record<string, ClockSpec> = {
  // Penalties.
  evidenceDecided: { count: 7, unit: 'workingDay', standing: 'law' },
  penaltyDecided: { count: 90, unit: 'day', standing: 'law' },
  decisionServed: { count: 7, unit: 'workingDay', standing: 'law' },
  hearingAsked: { count: 5, unit: 'workingDay', standing: 'law' },
  hearingAnnounced: { count: 7, unit: 'workingDay', before: true, standing: 'law' },
  finePaid: { count: 15, unit: 'day', rollsToWorkingDay: true, standing: 'law' },
  publicationWithdrawn: { count: 3, unit: 'workingDay', standing: 'law' },
  // Coercive measures and enforcement.
  powerCutAnnounced: { count: 24, unit: 'hour', before: true, standing: 'law' },
  seizureEnds: { count: 30, unit: 'day', standing: 'law' },
  extendedSeizureEnds: { count: 60, unit: 'day', standing: 'law' },
  reminderWaits: { count: 10, unit: 'workingDay', standing: 'law' },
  enforcementApplied: { count: 3, unit: 'month', standing: 'law' },
  // Accidents.
  accidentReported: { count: 1, unit: 'hour', standing: 'law' },
  accidentPassedOn: { count: 2, unit: 'hour', standing: 'law' },
  casualtiesAdded: { count: 30, unit: 'day', standing: 'law' },
  roadOrFireCasualtiesAdded: { count: 7, unit: 'day', standing: 'law' },
  investigationReported: { count: 60, unit: 'day', standing: 'law' },
  extendedInvestigationReported: { count: 120, unit: 'day', standing: 'law' },
  investigationAnswered: { count: 15, unit: 'day', standing: 'law' },
  gravestInvestigationAnswered: { count: 30, unit: 'day', standing: 'law' },
  // Special equipment.
  equipmentRegistered: { count: 30, unit: 'day', standing: 'law' },
  equipmentTestAsked: { count: 1, unit: 'month', before: true, standing: 'law' },
  equipmentComplaintVisited: { count: 2, unit: 'workingDay', standing: 'unchecked' },
  // Listed supervision and hazards: rules of single places, to be replaced by the own ones.
  listingFiled: { count: 3, unit: 'workingDay', standing: 'local' },
  listingPublished: { count: 5, unit: 'workingDay', standing: 'local' },
  delistingPublished: { count: 5, unit: 'workingDay', standing: 'local' },
  listingExtensionAsked: { count: 20, unit: 'workingDay', before: true, standing: 'local' },
  listingExtensionDecided: { count: 10, unit: 'workingDay', standing: 'local' },
  listingEnds: { count: 1, unit: 'year', standing: 'local' },
  listingAccepted: { count: 10, unit: 'day', standing: 'local' },
  supervisionOrderDone: { count: 60, unit: 'day', standing: 'local' },
  orderedRectificationEnds: { count: 30, unit: 'day', standing: 'unchecked' },
  coerciveMeasureEnds: { count: 15, unit: 'day', standing: 'unchecked' },
  onSiteMeasureEnds: { count: 6, unit: 'month', standing: 'unchecked' },
}
