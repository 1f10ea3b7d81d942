import type { Broken } from './broken.ts'

const plot = 'allotment/registers/plot'
const fault = 'allotment/registers/fault'

/** What can be wrong with the names of earlier versions, and with what records are given that do not know a field. */
export const brokenNames: Broken[] = [
  {
    what: 'earlier names of things that are still there',
    changes: [
      ['registers/tool/was', 'visit'],
      ['registers/plot/fields/watered/was', ['piped', 'rent']],
      ['registers/fault/life/was', { struckOff: 'verified' }],
      ['registers/fault/life/acts/submit/was', 'correct'],
      ['renamed/plot-kind', { greenhouse: 'herb' }],
      ['roles/gardener/was', 'administrator'],
      ['indicators/plots/was', 'tools'],
    ],
    problems: [
      ['allotment/registers/tool/was', 'stillThere', 'visit'],
      ['allotment/roles/gardener/was', 'stillThere', 'administrator'],
      ['allotment/indicators/plots/was', 'stillThere', 'tools'],
      [`${plot}/fields/watered/was`, 'stillThere', 'rent'],
      [`${fault}/life/was`, 'stillThere', 'verified'],
      [`${fault}/life/acts/submit/was`, 'stillThere', 'correct'],
      ['allotment/renamed/plot-kind', 'stillThere', 'herb'],
    ],
  },
  {
    what: 'one earlier name for two things',
    changes: [
      ['registers/plot/was', 'implement'],
      ['registers/plot/fields/area/was', 'piped'],
      ['registers/fault/life/was', { struckOff: 'closed', verified: ['looked', 'closed'] }],
    ],
    problems: [
      ['allotment/registers/tool/was', 'ownedTwice', 'implement'],
      [`${plot}/fields/watered/was`, 'ownedTwice', 'piped'],
      [`${fault}/life/was`, 'ownedTwice', 'closed'],
    ],
  },
  {
    what: 'earlier names of states and options that there are not',
    changes: [
      ['registers/fault/life/was', { mended: 'done' }],
      ['renamed/soil', { clay: 'loam' }],
      ['renamed/plot-kind', { meadow: 'lawn' }],
    ],
    problems: [
      [`${fault}/life/was`, 'unknownState', 'mended'],
      ['allotment/renamed/plot-kind', 'unknownOptions', 'meadow'],
      ['allotment/renamed/soil', 'unknownOptions', 'soil'],
    ],
  },
  {
    what: 'values for what is not known that the field could not have, or that one district has alone',
    changes: [
      ['registers/plot/fields/kind/default', 'meadow'],
      ['registers/plot/fields/garden/default', { id: null, text: '东园' }],
      ['registers/fault/fields/number/default', 'YD-2022-1'],
    ],
    problems: [
      [`${plot}/fields/kind/default`, 'wrongValue', 'default'],
      [`${plot}/fields/garden/default`, 'wrongValue', 'default'],
      [`${fault}/fields/number/default`, 'wrongValue', 'default'],
    ],
  },
]
