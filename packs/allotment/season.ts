import type { ReportSpec } from '@anzhi/engine/pack'

const open = ['found', 'notified', 'submitted']

/** 园季小结: sentences with figures, names of records, an assertion, and clauses that come and go. */
export const season: ReportSpec = {
  blocks: [
    { kind: 'title', text: 'report.season.title' },
    { kind: 'paragraph', text: 'report.season.opening' },
    { kind: 'heading1', text: 'report.season.work' },
    { kind: 'heading2', text: 'report.season.visits' },
    { kind: 'paragraph', text: 'report.season.visitsText' },
    { kind: 'heading2', text: 'report.season.faults' },
    { kind: 'paragraph', text: 'report.season.faultsText' },
    { kind: 'paragraph', text: 'report.season.namedText' },
    { kind: 'heading1', text: 'report.season.results' },
    {
      kind: 'paragraph',
      text: 'report.season.resultsText',
      numbered: true,
      clauses: [
        { text: 'report.season.harvested' },
        {
          text: 'report.season.earned',
          when: { any: [{ takings: { before: 0 } }, { takings: { from: '50.00' } }] },
        },
        { text: 'report.season.called' },
        {
          text: 'report.season.mostlyMended',
          when: { all: [{ mendedRate: { after: 30 } }, { not: { faultsFound: 0 } }] },
        },
      ],
    },
    {
      kind: 'paragraph',
      join: 'comma',
      clauses: [
        { text: 'report.season.lent' },
        { text: 'report.season.rate', when: { seriousRate: { known: true, upTo: 500 } } },
      ],
    },
  ],
  slots: {
    harvestDay: {
      from: 'visit',
      on: 'visitedOn',
      where: { kind: 'harvest' },
      take: 'only',
      show: '{visitedOn}',
    },
    firstFault: { from: 'fault', on: 'foundOn', order: ['foundOn', 'number'], take: 'first', show: '{what}' },
    lastRound: {
      from: 'visit',
      on: 'visitedOn',
      where: { kind: 'round' },
      order: ['visitedOn'],
      take: 'last',
      show: '{plot}',
    },
    overdue: {
      from: 'fault',
      where: { due: { before: 'asOf' }, state: open },
      order: ['due', 'number'],
      take: 'all',
      etc: 2,
      show: '{what}',
    },
  },
  claims: {
    onTime: {
      when: { overdueFaults: 0 },
      says: 'report.season.onTime',
      otherwise: 'report.season.notOnTime',
    },
  },
}
