import type { IndicatorSpec } from '@anzhi/engine/pack'

const open = ['found', 'notified', 'submitted']
const closed = ['verified', 'struckOff']

export const indicators: Record<string, IndicatorSpec> = {
  visits: { count: 'visit', on: 'visitedOn', unit: '次' },
  people: { sum: 'visit', of: 'people', on: 'visitedOn', unit: '人次' },
  harvest: { sum: 'visit', of: 'harvest', on: 'visitedOn', unit: '千克', where: { kind: 'harvest' } },
  takings: { sum: 'visit', of: 'takings', on: 'visitedOn', unit: '元' },
  plotsVisited: { distinct: 'visit', of: 'plot', on: 'visitedOn', unit: '块' },
  smallVisits: { count: 'visit', on: 'visitedOn', unit: '次', where: { people: { upTo: 3 } } },
  jointVisits: { count: 'visit', on: 'visitedOn', unit: '次', where: { teams: { size: { from: 2 } } } },
  richVisits: { count: 'visit', on: 'visitedOn', unit: '次', where: { season: 'rich' } },
  pickedWorth: { sum: 'visit', of: 'worth', on: 'visitedOn', unit: '元' },
  fruitVisits: {
    count: 'visit',
    on: 'visitedOn',
    unit: '次',
    where: { picked: { some: { crop: { under: 'fruit' }, baskets: { from: 2 } } } },
  },

  plots: { count: 'plot', unit: '块' },
  wateredPlots: { count: 'plot', unit: '块', where: { watered: true } },
  emptyPlots: { count: 'plot', unit: '块', where: { tenant: null, rent: { known: true } } },
  largePlots: {
    count: 'plot',
    unit: '块',
    where: { all: [{ area: { from: 100 } }, { any: [{ kind: 'orchard' }, { rent: { after: '300.00' } }] }] },
  },
  leasedPlots: {
    count: 'plot',
    unit: '块',
    where: { leasedFrom: { upTo: 'asOf' }, leasedUntil: { from: 'asOf' } },
  },

  // A stock with validity, over a stock.
  leasedRate: { ratio: ['leasedPlots', 'plots'], unit: '%', decimals: 1 },

  meanTakings: { mean: 'visit', of: 'takings', on: 'visitedOn', unit: '元', decimals: 2 },
  visitsChange: { change: 'visits', against: 'periodBefore', as: '%', decimals: 1 },
  peopleChange: { change: 'people', against: 'yearBefore', as: 'amount', decimals: 0 },
  openFaultsChange: { change: 'openFaults', against: 'periodBefore', as: 'amount', decimals: 0 },
  mendedRateChange: { change: 'mendedRate', against: 'periodBefore', as: 'points', decimals: 1 },
  // What the plan of a campaign says is to be found.
  foundReached: { target: 'faultsFound', goal: { scope: true }, decimals: 1 },
  // Which garden mends most of what is found there, and which has least of it overdue.
  mendedRank: {
    rank: 'mendedRate',
    axis: 'foundBy',
    order: 'highest',
    ties: 'same',
    sources: ['counted', 'quoted'],
  },
  overdueRank: { rank: 'overdueFaults', axis: 'foundBy', order: 'lowest', ties: 'same' },
  harvestReached: { target: 'harvest', goal: '60', decimals: 1 },

  // Rows of what was carried home: how many, how much, and from how many plots.
  cropsPicked: { count: 'visit', each: 'picked', on: 'visitedOn', unit: '样' },
  fruitBaskets: {
    sum: 'visit',
    of: 'picked.baskets',
    on: 'visitedOn',
    unit: '筐',
    whereRow: { crop: { under: 'fruit' } },
  },
  plotsPicked: { distinct: 'visit', of: 'picked.plot', on: 'visitedOn', unit: '块' },

  // A live link: plots and what names them.
  unvisitedPlots: {
    count: 'plot',
    unit: '块',
    where: { watered: true, lacks: { register: 'visit', by: 'plot', within: { days: 30 }, on: 'visitedOn' } },
  },
  troubledPlots: {
    count: 'plot',
    unit: '块',
    where: {
      has: { register: 'fault', by: 'plot', where: { state: open, grade: 'serious' } },
      lacks: { register: 'visit', by: 'plot', on: 'visitedOn', where: { kind: 'round' } },
    },
  },

  faultsFound: { count: 'fault', on: 'foundOn', unit: '处' },
  faultsMended: { count: 'fault', on: 'foundOn', unit: '处', where: { state: closed } },
  mendedRate: { ratio: ['faultsMended', 'faultsFound'], unit: '%', decimals: 1 },
  seriousFaults: { count: 'fault', on: 'foundOn', unit: '处', where: { grade: 'serious' } },
  seriousRate: { ratio: ['seriousFaults', 'faultsFound'], unit: '‰', decimals: 0 },
  waterFaults: {
    count: 'fault',
    on: 'foundOn',
    unit: '处',
    where: { what: { has: '水' }, not: { grade: 'serious' } },
  },
  cost: { sum: 'fault', of: 'cost', on: 'mendedOn', unit: '元', where: { state: closed } },
  openFaults: { count: 'fault', unit: '处', where: { state: open } },
  overdueFaults: { count: 'fault', unit: '处', where: { due: { before: 'asOf' }, state: open } },
  ownersAtWork: { distinct: 'fault', of: 'owner', unit: '家', where: { state: ['notified', 'submitted'] } },
  tools: { count: 'tool', unit: '件' },
  toolWeight: { sum: 'tool', of: 'weight', unit: '千克' },
  // Amounts in other units are not added: neither of these two contains the other.
  heldByWeight: { sum: 'tool', of: 'held', unit: '千克' },
  heldByVolume: { sum: 'tool', of: 'held', unit: '升' },
  bagsOwed: { sum: 'tool', of: 'balance', unit: 'bag' },
  plotsWithTools: { distinct: 'tool', of: 'keptAt', unit: '块' },
  borrowers: { distinct: 'tool', of: 'lentTo', unit: '家', where: { lentAt: { known: true } } },
  diggingTools: {
    count: 'tool',
    unit: '件',
    where: { uses: ['dig', 'carry'], reach: { upTo: '1.5' }, usedFrom: { from: '2022-03' } },
  },

  // What an organ hands in where it has written nothing down itself; and what nobody writes down here.
  attendance: {
    sum: 'visit',
    of: 'people',
    on: 'visitedOn',
    unit: '人次',
    axis: 'organ',
    sources: ['counted', 'stated'],
  },
  plotsTended: {
    distinct: 'visit',
    of: 'plot',
    on: 'visitedOn',
    unit: '块',
    axis: 'organ',
    sources: ['counted', 'stated'],
  },
  faultsOpen: {
    count: 'fault',
    unit: '处',
    where: { state: open },
    axis: 'foundBy',
    sources: ['counted', 'stated', 'quoted'],
  },
  leaflets: { was: 'flyers', given: true, unit: '份', sources: ['stated'] },
  waterButts: { given: true, unit: '件', sources: ['stated'], stock: true },
  tidiness: { given: true, unit: '%', sources: ['stated', 'quoted'], alone: true },
  leafletsReached: { target: 'leaflets', goal: '300', decimals: 1 },

  personsCalled: { distinct: 'fault', of: 'person', on: 'foundOn', unit: '位' },
}
