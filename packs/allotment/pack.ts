import { pack } from '@anzhi/engine/pack'
import { calendar } from './calendar.ts'
import { clocks } from './clocks.ts'
import { fault } from './fault.ts'
import { forms } from './forms.ts'
import { indicators } from './indicators.ts'
import { lease } from './lease.ts'
import { letter } from './letter.ts'
import { plot } from './plot.ts'
import { season } from './season.ts'
import { section } from './section.ts'
import { tool } from './tool.ts'
import { visit } from './visit.ts'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

/**
 * The proving pack: an invented garden office. It uses every word of the notation at least once, so that
 * the engine and the server are tested with a business that is not theirs.
 */
export default pack({
  id: 'allotment',
  version: '0.1.0',
  buildsOn: [],
  roles: {
    steward: { sees: 'district', coordinating: true, entersFor: true },
    warden: { sees: 'organ' },
    gardener: { was: 'grower', sees: 'organ' },
  },
  options: {
    'plot-kind': ['vegetable', 'herb', 'orchard', 'greenhouse'],
    'visit-kind': ['round', 'afterStorm', 'harvest'],
    'fault-grade': ['minor', 'serious'],
    'tool-use': ['dig', 'water', 'prune', 'carry'],
    'tool-measure': ['bag', 'crate'],
    'soil-kind': ['loam', 'clay', 'sand'],
    'visit-season': ['poor', 'fair', 'rich'],
    crop: ['fruit', 'fruit/apple', 'fruit/plum', 'leaf', 'leaf/chard'],
  },
  renamed: { 'plot-kind': { greenhouse: 'glasshouse' } },
  extends: {
    // What is done with a division is the garden's own business.
    division: {
      by: 'steward',
      fields: { soil: { type: 'choice', options: 'soil-kind', tracked: true } },
      acts: { survey: { from: 'active', to: 'active', by: { role: 'warden' }, asks: ['soil'] } },
    },
  },
  registers: { section, plot, visit, fault, tool, letter, lease },
  indicators,
  reports: { season },
  forms,
  clocks,
  calendar,
  words: { zh, en },
})
