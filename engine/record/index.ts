export { isForward, openStates, statesAhead } from './ahead.ts'
export { applyAct, type Change, type Situation, type Wish } from './apply-act.ts'
export { actsForOthers, type Behalf, entersForOthers } from './behalf.ts'
export { relinkAct, remarkAct, undoAct } from './built-in.ts'
export { derivedValues } from './derive.ts'
export { applyWithEffects, type Decided } from './effects.ts'
export { fillAct } from './fill.ts'
export { type Known, nothingKnown } from './known.ts'
export { type LinkedId, linkedIds } from './links.ts'
export { actsAllowed, mayCreate, rightsOf, whyNot } from './may.ts'
export { fieldsNaming, mergeInto, relinked } from './merge.ts'
export { backdateOf } from './reason.ts'
export {
  type Actor,
  keyInSpan,
  keyOfRecord,
  keyOfValue,
  type LivingRecord,
  trackedFields,
  type Values,
} from './record.ts'
export { correctSpans, type Span, same } from './spans.ts'
export { ruleTags, type Tag, toldTags } from './tags.ts'
export { titleOf } from './title.ts'
export { type Followed, type LastAct, undoLast, whyNotUndo } from './undo.ts'
