import { type Act, plainAct } from '../pack/index.ts'

/** What anybody who sees a record has to say about it: kept with its history, and nothing is changed. */
export const remarkAct: Act = { ...plainAct, id: 'remark', kind: 'remark', asks: ['reason'] }

/** Takes the act before it back. */
export const undoAct: Act = { ...plainAct, id: 'undo', kind: 'undo' }

/** Links that led to a record which was merged into another lead to that one from now on. */
export const relinkAct: Act = { ...plainAct, id: 'relink', kind: 'correct' }
