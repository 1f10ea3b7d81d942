import { administratorRole, register } from '@anzhi/engine/pack'

const keepers = { role: [administratorRole, 'steward'] }

/** 片区: a part of the land, and of a larger part; it is redrawn from time to time. */
export const section = register({
  title: '{name}',
  tree: 'within',
  fields: {
    name: { type: 'text', required: true, max: 40, search: true },
    within: { type: 'ref', to: 'section', tracked: true },
  },
  create: { by: keepers },
  correct: { by: keepers },
  withdraw: { by: keepers },
  life: {
    states: ['kept', 'fallow'],
    acts: {
      redraw: { from: 'kept', to: 'kept', by: keepers, takes: ['within'] },
      abandon: { from: 'kept', to: 'fallow', by: keepers },
    },
  },
  list: { columns: ['name', 'within', 'state'], filters: ['within', 'state'], order: ['name'] },
})
