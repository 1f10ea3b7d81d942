import { register } from '../notation/index.ts'
import { keepers } from './keepers.ts'

/** 单位: a tree. An organ that is moved or ended was what it was until that day. */
export const organ = register({
  title: '{name}',
  tree: 'parent',
  fields: {
    name: { type: 'text', required: true, search: true },
    shortName: { type: 'text', max: 40, search: true },
    parent: { type: 'organ', tracked: true },
    // 单位排序: the official order, never alphabetical.
    rank: { type: 'integer', min: 0 },
  },
  create: { by: keepers, takes: ['name', 'shortName', 'parent', 'rank'] },
  correct: { by: keepers },
  merge: { by: keepers },
  withdraw: { by: keepers },
  life: {
    states: ['active', 'ended'],
    was: { active: 'recorded' },
    acts: {
      move: { from: 'active', to: 'active', by: keepers, asks: ['parent'] },
      end: { from: 'active', to: 'ended', by: keepers },
    },
  },
  list: {
    columns: ['rank', 'name', 'shortName', 'parent', 'state'],
    filters: ['state', 'parent'],
    order: ['rank', 'name'],
  },
})
