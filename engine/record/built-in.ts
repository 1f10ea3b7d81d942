import type { Act } from '../pack/index.ts'

const plain: Omit<Act, 'id' | 'kind'> = {
  from: [],
  to: null,
  by: [],
  when: null,
  asks: [],
  needs: [],
  takes: [],
  clears: [],
  dates: null,
  notBy: [],
  linked: {},
  without: [],
  also: [],
  makes: [],
  issues: null,
  enforcement: false,
  freeIn: [],
}

/** What anybody who sees a record has to say about it: kept with its history, and nothing is changed. */
export const remarkAct: Act = { ...plain, id: 'remark', kind: 'remark', asks: ['reason'] }

/** Takes the act before it back. */
export const undoAct: Act = { ...plain, id: 'undo', kind: 'undo' }

/** Links that led to a record which was merged into another lead to that one from now on. */
export const relinkAct: Act = { ...plain, id: 'relink', kind: 'correct' }
