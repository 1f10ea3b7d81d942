import { describe, expect, it } from 'vitest'
import { actKeys } from './act-keys.ts'

describe('the key of a submission', () => {
  it('stays while the same is sent again, and is new when anything differs', () => {
    const fresh = ['key 3', 'key 2', 'key 1']
    const keyOf = actKeys(() => fresh.pop()!)
    expect([keyOf({ a: 1 }), keyOf({ a: 1 }), keyOf({ a: 2 }), keyOf({ a: 1 })]).toEqual([
      'key 1',
      'key 1',
      'key 2',
      'key 3',
    ])
  })

  it('is one that the server takes', () => {
    expect(actKeys()({})).toMatch(/^[\w-]{8,80}$/)
  })
})
