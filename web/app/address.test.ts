import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './address.ts'

describe('the search of an address', () => {
  it('is read and written as plain words, whatever they look like', () => {
    const search = { search: '100% & "a"', grade: 'major,general', on: '2022-01-01..', n: '007', no: 'true' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })

  it('does not keep what says nothing', () => {
    expect(stringifySearch({ a: undefined, b: '' })).toBe('')
  })
})
