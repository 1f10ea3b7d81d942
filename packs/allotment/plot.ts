import { administratorRole, register } from '@anzhi/engine/pack'

/** 地块: a thing that stays where it is and is visited. It has no life. */
export const plot = register({
  title: '{code} {name}',
  axes: { garden: 'garden', section: 'section' },
  fields: {
    code: { type: 'text', required: true, max: 20, search: true },
    name: { type: 'text', search: true },
    // The first book of plots did not say.
    kind: { type: 'choice', options: 'plot-kind', required: true, default: 'vegetable' },
    garden: { type: 'organ', required: true },
    section: { type: 'ref', to: 'section', tracked: true },
    tenant: { type: 'person' },
    neighbour: { type: 'ref', to: 'plot' },
    // Square metres.
    area: { type: 'integer', min: 1, max: 10_000 },
    watered: { type: 'yesNo', was: 'piped' },
    rent: { type: 'money' },
    leasedFrom: { type: 'date', notAfter: 'leasedUntil' },
    leasedUntil: { type: 'date', notBefore: 'leasedFrom' },
    // How long the lease runs.
    leaseDays: {
      type: 'derived',
      as: { type: 'integer', min: 0 },
      from: { daysBetween: ['leasedFrom', 'leasedUntil'] },
    },
    rules: { type: 'longText', max: 2_000 },
    papers: { type: 'files', accept: 'any' },
  },
  create: { by: { role: [administratorRole, 'steward'] } },
  correct: {
    by: { role: 'steward' },
    fields: [
      'name',
      'kind',
      'section',
      'tenant',
      'neighbour',
      'area',
      'watered',
      'rent',
      'leasedFrom',
      'leasedUntil',
    ],
    freeIn: ['recorded'],
  },
  // Two beds that were entered twice, or have grown together.
  merge: { by: { role: 'steward' } },
  withdraw: {
    by: { role: 'steward' },
    // Whoever has rented it is told first.
    without: [{ register: 'lease', by: 'plot', where: { state: 'running' } }],
  },
  list: {
    columns: ['code', 'name', 'kind', 'garden', 'tenant', 'area'],
    filters: ['kind', 'garden', 'watered'],
    order: ['code'],
  },
})
