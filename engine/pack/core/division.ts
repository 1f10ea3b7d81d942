import { register } from '../notation/index.ts'
import { keepers } from './keepers.ts'

/** The levels of administrative divisions, from above. */
export const divisionLevels = ['province', 'city', 'county', 'township', 'village']

/** 行政区划: a tree. Its code (GB/T 2260 and its extension below the county) is changed by the state from time to time. */
export const division = register({
  title: '{name}',
  tree: 'parent',
  fields: {
    name: { type: 'text', required: true, search: true },
    code: { type: 'text', max: 12, tracked: true, search: true },
    level: { type: 'choice', options: 'division-level' },
    parent: { type: 'ref', to: 'division', tracked: true },
  },
  create: { by: keepers, takes: ['name', 'code', 'level', 'parent'] },
  correct: { by: keepers },
  withdraw: { by: keepers },
  life: {
    states: ['active', 'ended'],
    acts: {
      move: { from: 'active', to: 'active', by: keepers, asks: ['parent'], takes: ['code'] },
      recode: { from: 'active', to: 'active', by: keepers, asks: ['code'] },
      end: { from: 'active', to: 'ended', by: keepers },
    },
  },
  list: {
    columns: ['code', 'name', 'level', 'parent', 'state'],
    filters: ['level', 'state', 'parent'],
    order: ['code', 'name'],
  },
})
