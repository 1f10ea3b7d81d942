import { register } from '@anzhi/engine/pack'

const inspector = { role: 'inspector', in: 'organ' } as const

/** 检查: one visit of one site by one team (家次). An administrative inspection, closed to a coordinating body. */
export const inspection = register({
  title: '{number} {site}',
  axes: { inspectedBy: 'organ' },
  fields: {
    number: { type: 'serial', format: 'JC-{year}-{n:5}' },
    site: { type: 'ref', to: 'site', required: true },
    inspectedOn: { type: 'date', required: true, notAfter: 'today', backdate: 30 },
    organ: { type: 'organ', required: true },
    kind: { type: 'choice', options: 'inspection-kind', required: true },
    // Never one alone (行政处罚法, art. 42).
    inspectors: { type: 'integer', required: true, min: 2, max: 100 },
    // 出动人员: the inspectors and all who went with them.
    people: { type: 'integer', required: true, min: 2, max: 500 },
    notes: { type: 'longText' },
    photos: { type: 'files', accept: 'image' },
  },
  create: { by: inspector, dates: 'inspectedOn', enforcement: true },
  correct: { by: inspector },
  withdraw: { by: inspector },
  list: {
    columns: ['number', 'site', 'inspectedOn', 'organ', 'kind', 'people'],
    filters: ['inspectedOn', 'organ', 'kind', 'site'],
    order: ['-inspectedOn', 'number'],
  },
})
