import { register } from '../notation/index.ts'
import { keepers } from './keepers.ts'

/** 人员: somebody of an organ. */
export const person = register({
  title: '{name}',
  fields: {
    name: { type: 'text', required: true, max: 60, search: true },
    organ: { type: 'organ', required: true },
    post: { type: 'text', max: 60 },
    rank: { type: 'integer', min: 0 },
  },
  create: { by: keepers },
  correct: { by: keepers },
  merge: { by: keepers },
  withdraw: { by: keepers },
  list: { columns: ['name', 'organ', 'post'], filters: ['organ'], order: ['rank', 'name'] },
})
