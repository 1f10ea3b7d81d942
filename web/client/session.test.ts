import { describe, expect, it } from 'vitest'
import { isSignedOut, safeReturn } from './session.ts'

describe('the way back after signing in', () => {
  it('leads inside this application and nowhere else', () => {
    expect(safeReturn('/figures?from=2022-01-01')).toBe('/figures?from=2022-01-01')
    for (const address of [
      undefined,
      '',
      'https://example.test/',
      '//example.test',
      '/\\example.test',
      '/sign-in',
      '/first-password?back=/figures',
    ]) {
      expect(safeReturn(address)).toBe('/')
    }
  })
})

describe('being signed out', () => {
  it('is told by its code, not by any refusal', () => {
    expect(isSignedOut([{ code: 'signedOut' }])).toBe(true)
    expect(isSignedOut([{ code: 'signInFailed' }])).toBe(false)
  })
})
