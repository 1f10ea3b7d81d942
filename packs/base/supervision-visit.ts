import { register } from '@anzhi/engine/pack'

const office = { role: 'office', in: 'organ' } as const

/**
 * 督导检查: a coordinating body looks at how an organ does its work, at a site if need be. Orders and penalties
 * do not come out of it; what it finds goes to those who may act.
 */
export const supervisionVisit = register({
  title: '{number} {subject}',
  axes: { visitedBy: 'organ', subject: 'subject' },
  fields: {
    number: { type: 'serial', format: 'DD-{year}-{n:4}' },
    visitedOn: { type: 'date', required: true, notAfter: 'today', backdate: 30 },
    organ: { type: 'organ', required: true },
    subject: { type: 'organ', required: true },
    site: { type: 'ref', to: 'site' },
    ledBy: { type: 'person' },
    people: { type: 'integer', required: true, min: 1, max: 500 },
    findings: { type: 'longText' },
    photos: { type: 'files', accept: 'image' },
  },
  create: { by: office, dates: 'visitedOn' },
  correct: { by: office },
  withdraw: { by: office },
  list: {
    columns: ['number', 'visitedOn', 'subject', 'site', 'ledBy', 'people'],
    filters: ['visitedOn', 'subject'],
    order: ['-visitedOn', 'number'],
  },
})
