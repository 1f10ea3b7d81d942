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
export { type KeyOf, matches } from './matches.ts'
export { compareRecords, type OrderBy, readOrder } from './order.ts'
export { keyKind, type Readable, readFilter } from './read-filter.ts'
