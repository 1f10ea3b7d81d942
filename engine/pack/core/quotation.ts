import { overseerRole } from '../core-roles.ts'
import { register } from '../notation/index.ts'

const overseers = { role: overseerRole }

/** 外部数据: another body's number, with the paper that it stands in and what it counts. */
export const quotation = register({
  title: '{indicator} {firstDay}–{lastDay} {body}',
  axes: { organ: 'organ' },
  open: true,
  fields: {
    // The lists are made of the indicators that may be quoted, and of their units.
    indicator: { type: 'choice', options: 'quotedIndicator', required: true },
    // Of whom it is said; of the whole district where that is not filled in.
    organ: { type: 'organ' },
    // Within a campaign, or a part of its plan; of all there is where that is not filled in.
    scope: { type: 'ref', to: 'scope' },
    firstDay: { type: 'date', required: true },
    lastDay: { type: 'date', required: true, notBefore: 'firstDay', notAfter: 'today' },
    amount: { type: 'quantity', units: 'quotedUnit', decimals: 6, negative: true, required: true },
    body: { type: 'text', required: true, search: true },
    document: { type: 'text', required: true, search: true },
    documentNumber: { type: 'documentNumber' },
    saidOn: { type: 'date', required: true, notAfter: 'today' },
    // 口径: the same words count different things in different houses.
    counts: { type: 'longText', required: true },
    files: { type: 'files', max: 9 },
  },
  create: { by: overseers, dates: 'lastDay' },
  correct: { by: overseers },
  withdraw: { by: overseers },
  list: {
    columns: ['indicator', 'organ', 'firstDay', 'lastDay', 'amount', 'body', 'documentNumber'],
    filters: ['indicator', 'organ', 'lastDay', 'body'],
    order: ['-lastDay', 'indicator'],
  },
})
