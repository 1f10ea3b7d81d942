import { readFilter } from '@anzhi/engine/query'
import { describe, expect, it } from 'vitest'
import { loans } from '../testing/index.ts'
import {
  addressOf,
  changed,
  directionOf,
  filterOf,
  type ListState,
  orderAfterPress,
  readListState,
} from './list-state.ts'

const plain: ListState = { search: '', order: '', filters: {}, after: '' }
const desk = '019a0000-0000-7000-8000-000000000001'

describe('the state of a list', () => {
  it('is its address and back again', () => {
    const address = {
      search: 'a b',
      order: '-due',
      after: 'xyz',
      state: 'asked,lent',
      askedOn: '2031-05-01..',
    }
    const state = readListState(loans, address)
    expect(state.filters).toEqual({ state: 'asked,lent', askedOn: '2031-05-01..' })
    expect(addressOf(state)).toEqual(address)
    expect(addressOf(readListState(loans, {}))).toEqual({})
  })

  it('keeps nothing that is no field', () => {
    expect(readListState(loans, { toString: '1', colour: 'red', kind: '' }).filters).toEqual({})
  })

  it('begins at the first page when anything is chosen', () => {
    expect(changed({ ...plain, after: 'xyz' }, { search: 'a' })).toEqual({ ...plain, search: 'a' })
  })
})

describe('the filter of a list', () => {
  const filters = {
    state: 'asked,lent',
    kind: 'home',
    askedOn: '..2031-05-20',
    fee: '3.00..10',
    pages: '1..',
    large: 'no',
    desk,
    note: '100%',
  }

  it('is one that the engine reads', () => {
    const filter = filterOf(loans, { ...plain, filters })
    expect(filter).toEqual({
      state: ['asked', 'lent'],
      kind: ['home'],
      askedOn: { upTo: '2031-05-20' },
      fee: { from: '3.00', upTo: '10' },
      pages: { from: 1 },
      large: false,
      desk,
      note: { has: '100%' },
    })
    expect(readFilter(loans, filter).ok).toBe(true)
  })

  it('leaves out what an address does not say rightly, and is nothing when nothing is left', () => {
    const wrong = { askedOn: 'yesterday..', fee: 'much', large: 'perhaps', desk: 'main', pages: '1.5..' }
    expect(filterOf(loans, { ...plain, filters: wrong })).toBeUndefined()
    expect(filterOf(loans, { ...plain, filters: { ...wrong, kind: 'room' } })).toEqual({ kind: ['room'] })
  })
})

describe('the order of a list', () => {
  it('is the register’s own until a head is pressed, upwards first', () => {
    expect(directionOf(loans, plain, 'askedOn')).toBe('descending')
    expect(directionOf(loans, plain, 'due')).toBe('none')
    const up = changed(plain, { order: orderAfterPress(loans, plain, 'due') })
    expect(directionOf(loans, up, 'due')).toBe('ascending')
    expect(directionOf(loans, up, 'askedOn')).toBe('none')
    expect(orderAfterPress(loans, up, 'due')).toBe('-due')
  })
})
