import { administratorRole, register } from '@anzhi/engine/pack'

/** 监管对象: an enterprise, market, school, compound… that is inspected and puts hazards right. */
export const site = register({
  title: '{name}',
  axes: { place: 'township', competent: 'competent' },
  // Whoever inspects anywhere has to find the place in the list.
  open: true,
  fields: {
    name: { type: 'text', required: true, search: true },
    kind: { type: 'choice', options: 'site-kind', required: true },
    sector: { type: 'choice', options: 'sector', required: true },
    creditCode: { type: 'creditCode', search: true },
    address: { type: 'text', search: true },
    township: { type: 'organ', required: true },
    competent: { type: 'organ' },
    // Named by post and name as the unit gives them: not one of the office's own people.
    responsible: { type: 'text', max: 60 },
    phone: { type: 'phone', search: true },
    workers: { type: 'integer', min: 0 },
    dustExplosive: { type: 'yesNo' },
    confinedSpace: { type: 'yesNo' },
    notes: { type: 'longText' },
  },
  create: { by: { role: [administratorRole, 'office', 'inspector', 'handler'] } },
  correct: { by: { role: [administratorRole, 'office', 'inspector', 'handler'] }, freeIn: ['recorded'] },
  // 同一家单位登记了两次，或者换了名称又登记一次。
  merge: { by: { role: 'office' } },
  withdraw: { by: { role: [administratorRole, 'office'] } },
  list: {
    columns: ['name', 'kind', 'sector', 'township', 'competent', 'address'],
    filters: ['kind', 'sector', 'township', 'competent', 'dustExplosive', 'confinedSpace'],
    order: ['name'],
  },
})
