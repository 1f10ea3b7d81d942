export {
  type Bound,
  everything,
  type Filter,
  type FilterSpec,
  fieldsOf,
  type OrderTest,
  type Test,
  usesAsOf,
} from './filter.ts'
export { isUnder, type KeyOf, keyOfPart, matches } from './matches.ts'
export { compareRecords, isOrdered, type OrderBy, readOrder } from './order.ts'
export { readFilter } from './read-filter.ts'
export { keyKind, partsOf, type Readable } from './readable.ts'
