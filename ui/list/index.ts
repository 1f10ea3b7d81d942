export { FilterBar } from './filter-bar.tsx'
export {
  type Address,
  addressOf,
  changed,
  directionOf,
  filterOf,
  type ListState,
  orderAfterPress,
  readListState,
} from './list-state.ts'
export { type ListedRecord, RecordTable } from './record-table.tsx'
export { SearchBox } from './search-box.tsx'
