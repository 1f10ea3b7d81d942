import type { Register } from '@anzhi/engine/pack'
import type { FilterSpec } from '@anzhi/engine/query'
import { conditionOf } from './condition.ts'

/** What a list shows, all of it in the address: `?search=…&order=-foundOn&grade=major&after=…`. */
export interface ListState {
  search: string
  /** Field names, `-` before one for descending; empty for the register's own order. */
  order: string
  /** What was chosen for each field (or `state`), as its condition is written in the address. */
  filters: Record<string, string>
  /** Where the page begins; empty for the first one. */
  after: string
}

export type Address = Record<string, string>

const own = ['search', 'order', 'after']

/** The state of a list from its address. What is no field of the register is left alone. */
export function readListState(register: Register, address: Address): ListState {
  const isField = (key: string) => key === 'state' || Object.hasOwn(register.fields, key)
  const filters = Object.fromEntries(
    Object.entries(address).filter(([key, value]) => !own.includes(key) && isField(key) && value !== ''),
  )
  const { search = '', order = '', after = '' } = address
  return { search, order, filters, after }
}

/** The address of a list; what says nothing is not in it. */
export function addressOf({ search, order, filters, after }: ListState): Address {
  const all = { ...filters, search, order, after }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** The filter of a list as the API reads it; undefined when everything passes. */
export function filterOf(register: Register, { filters }: ListState): FilterSpec | undefined {
  const conditions = Object.entries(filters).map(([field, text]) => [
    field,
    conditionOf(register, field, text),
  ])
  const meant = conditions.filter(([, condition]) => condition !== undefined)
  return meant.length === 0 ? undefined : Object.fromEntries(meant)
}

/** Choosing something begins at the first page again. */
export function changed(state: ListState, part: Partial<ListState>): ListState {
  return { ...state, after: '', ...part }
}

export type Direction = 'ascending' | 'descending' | 'none'

/** How a list is ordered by a field now: by the address, else by the register's own order. */
export function directionOf(register: Register, state: ListState, field: string): Direction {
  const [first = ''] = state.order === '' ? register.list.order : state.order.split(',')
  if (first === field) return 'ascending'
  return first === `-${field}` ? 'descending' : 'none'
}

/** Pressing the head of a column: upwards, then downwards. */
export function orderAfterPress(register: Register, state: ListState, field: string): string {
  return directionOf(register, state, field) === 'ascending' ? `-${field}` : field
}
