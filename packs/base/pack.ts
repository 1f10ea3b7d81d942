import type { Calendar } from '@anzhi/engine/calendar'
import { pack } from '@anzhi/engine/pack'
import calendar from './calendar.json' with { type: 'json' }
import { clocks } from './clocks.ts'
import { hazard } from './hazard.ts'
import { indicators } from './indicators.ts'
import { inspection } from './inspection.ts'
import { options } from './options.ts'
import { site } from './site.ts'
import { supervisionVisit } from './supervision-visit.ts'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

/** The working registers of a district Safety Committee Office, and what is counted over them in every campaign. */
export default pack({
  id: 'base',
  version: '0.1.0',
  buildsOn: [],
  roles: {
    // 安委办 coordinates: it supervises, hands over and strikes off, and never inspects.
    office: { sees: 'district', coordinating: true, entersFor: true },
    inspector: { sees: 'organ' },
    handler: { sees: 'organ' },
    leader: { sees: 'district' },
  },
  options,
  registers: { site, inspection, supervisionVisit, hazard },
  indicators,
  clocks,
  // Made by calendar/make.ts.
  calendar: calendar as Calendar,
  words: { zh, en },
})
