export { optionSlots, optionsIn } from './options.ts'
export { nameNow, namesOf, type PackChange, type Past, type PastEvent, readPast } from './past.ts'
export type { Refusal } from './refusal.ts'
export {
  type Names,
  nameBefore,
  type RegisterRenames,
  type Renames,
  renamesBetween,
  rowFieldName,
} from './renames.ts'
export { sayRefusal, sayStep } from './say.ts'
