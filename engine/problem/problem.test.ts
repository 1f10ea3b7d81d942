import { describe, expect, it } from 'vitest'
import { bad, ok, problem, problemCodes } from './index.ts'

describe('a problem', () => {
  it('says only what it has to say', () => {
    expect(problem('required')).toEqual({ code: 'required' })
    expect(Object.keys(problem('required', 'what'))).toEqual(['code', 'field'])
    expect(problem('tooLong', 'what', { max: 5 })).toEqual({
      code: 'tooLong',
      field: 'what',
      values: { max: 5 },
    })
    expect(JSON.stringify(problem('tooLong', undefined, { max: 5 }))).toBe(
      '{"code":"tooLong","values":{"max":5}}',
    )
  })

  it('comes with all the others', () => {
    expect(bad(problem('required', 'a'), problem('required', 'b'))).toEqual({
      ok: false,
      problems: [
        { code: 'required', field: 'a' },
        { code: 'required', field: 'b' },
      ],
    })
    expect(ok(0)).toEqual({ ok: true, value: 0 })
  })

  it('has a code that stands for one thing', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length)
    for (const code of problemCodes) expect(code).toMatch(/^[a-z][a-zA-Z]+$/)
  })
})
