import { register } from '../notation/index.ts'
import { keepers } from './keepers.ts'

/** 职务: what somebody is in an organ. Papers name people by their posts, in the order of the posts. */
export const post = register({
  title: '{organ}{name}',
  fields: {
    name: { type: 'text', required: true, max: 60, search: true },
    organ: { type: 'organ', required: true },
    // 领导排序: its place in the leaders' table; unknown where it stands in none.
    order: { type: 'integer', min: 0, tracked: true },
    // 第一责任人: whoever holds it answers first for the organ.
    answersFirst: { type: 'yesNo', tracked: true },
  },
  create: { by: keepers, takes: ['name', 'organ', 'order', 'answersFirst'] },
  correct: { by: keepers },
  withdraw: { by: keepers },
  life: {
    states: ['active', 'ended'],
    acts: {
      reorder: { from: 'active', to: 'active', by: keepers, takes: ['order', 'answersFirst'] },
      end: { from: 'active', to: 'ended', by: keepers },
    },
  },
  list: {
    columns: ['order', 'organ', 'name', 'answersFirst', 'state'],
    filters: ['organ', 'answersFirst', 'state'],
    order: ['order', 'name'],
  },
})

/** 任职: who held a post from when until when, the last day included. */
export const holding = register({
  title: '{person} {post}',
  fields: {
    person: { type: 'person', required: true },
    post: { type: 'ref', to: 'post', required: true },
    heldFrom: { type: 'date', required: true },
    heldUntil: { type: 'date', notBefore: 'heldFrom' },
  },
  create: { by: keepers },
  correct: { by: keepers, freeIn: ['recorded'] },
  withdraw: { by: keepers },
  list: {
    columns: ['post', 'person', 'heldFrom', 'heldUntil'],
    filters: ['post', 'person', 'heldFrom'],
    order: ['-heldFrom'],
  },
})
