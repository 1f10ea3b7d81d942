import { anyRole } from '../core-roles.ts'
import { register } from '../notation/index.ts'

const ofTheOrgan = { role: anyRole, in: 'organ' } as const

/** 单位报送: how much of something an organ declares for some days. What it declares is not in any other register. */
export const statement = register({
  title: '{indicator} {firstDay}–{lastDay} {amount}',
  axes: { organ: 'organ' },
  fields: {
    // The lists are made of the indicators that may be stated, and of their units.
    indicator: { type: 'choice', options: 'statedIndicator', required: true },
    organ: { type: 'organ', required: true },
    // Within a campaign, or a part of its plan; of all there is where that is not filled in.
    scope: { type: 'ref', to: 'scope' },
    firstDay: { type: 'date', required: true },
    // Of what there is on a day, that day: it holds until a later one is stated.
    lastDay: { type: 'date', required: true, notBefore: 'firstDay', notAfter: 'today' },
    amount: { type: 'quantity', units: 'statedUnit', decimals: 6, negative: true, required: true },
    person: { type: 'person' },
    saidOn: { type: 'date', required: true, notAfter: 'today' },
    files: { type: 'files', max: 9 },
    note: { type: 'longText' },
  },
  // Nothing is stated twice, not even in part.
  unique: [{ fields: ['indicator', 'organ'], blank: ['scope'], within: ['firstDay', 'lastDay'] }],
  // Its life begins when the days that it speaks of are over: as of an earlier day it is not known.
  create: { by: ofTheOrgan, dates: 'lastDay' },
  correct: { by: ofTheOrgan },
  withdraw: { by: ofTheOrgan },
  list: {
    columns: ['indicator', 'organ', 'firstDay', 'lastDay', 'amount', 'saidOn', 'files'],
    filters: ['indicator', 'organ', 'lastDay'],
    order: ['-lastDay', 'indicator'],
  },
})
