import { register } from '../notation/index.ts'
import { keepers } from './keepers.ts'

/** A campaign, or any part of its plan: a tree whose levels an office names as it likes. A pack seeds it; the plan is records. */
export const scope = register({
  title: '{title}',
  tree: 'parent',
  fields: {
    title: { type: 'text', required: true, search: true },
    // The name by which a pack knows it.
    key: { type: 'text', max: 40, search: true },
    // 专项行动、任务、环节…: the office's own word for the level.
    kind: { type: 'text', max: 20 },
    parent: { type: 'ref', to: 'scope', tracked: true },
    begins: { type: 'date' },
    ends: { type: 'date', notBefore: 'begins' },
    lead: { type: 'organ', tracked: true },
    cooperating: { type: 'organs' },
    // What is to be reached by when, measured by an indicator of a pack.
    targets: {
      type: 'rows',
      fields: {
        indicator: { type: 'text', required: true, max: 60 },
        goal: { type: 'decimal', required: true, min: 0, decimals: 4 },
        due: { type: 'date' },
      },
    },
    rank: { type: 'integer', min: 0 },
  },
  create: {
    by: keepers,
    takes: ['title', 'key', 'kind', 'parent', 'begins', 'ends', 'lead', 'cooperating', 'targets', 'rank'],
  },
  correct: { by: keepers },
  withdraw: { by: keepers },
  life: {
    states: ['active', 'ended'],
    acts: {
      move: { from: 'active', to: 'active', by: keepers, asks: ['parent'] },
      assign: { from: 'active', to: 'active', by: keepers, asks: ['lead'] },
      end: { from: 'active', to: 'ended', by: keepers },
    },
  },
  list: {
    columns: ['rank', 'title', 'kind', 'parent', 'lead', 'begins', 'ends', 'state'],
    filters: ['kind', 'state', 'parent', 'lead'],
    order: ['rank', 'title'],
  },
})
