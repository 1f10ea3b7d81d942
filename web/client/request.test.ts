import { endpoints } from '@anzhi/engine/api'
import { describe, expect, it } from 'vitest'
import { addressOf, callWith, problemsIn, requestOf } from './request.ts'

describe('the address of a call', () => {
  it('has its parameters in the path and only what is said in the query', () => {
    const params = { register: 'a/b', id: '1' }
    expect(
      addressOf('/api/registers/:register/records/:id', params, { language: 'zh', after: undefined }),
    ).toBe('/api/registers/a%2Fb/records/1?language=zh')
    expect(addressOf('/api/pack', undefined, { search: '' })).toBe('/api/pack')
  })
})

describe('the request of a call', () => {
  it('carries our header on every write and on no reading', () => {
    const body = { userName: 'a', password: 'b' }
    const write = requestOf(endpoints.signIn, { body })
    expect(write).toMatchObject({ method: 'POST', credentials: 'same-origin', body: JSON.stringify(body) })
    expect(write.headers).toMatchObject({ 'x-anzhi': 'web', 'content-type': 'application/json' })
    expect(requestOf(endpoints.signOut, {}).headers).toMatchObject({ 'x-anzhi': 'web' })
    expect(requestOf(endpoints.whoAmI, {}).headers).not.toHaveProperty('x-anzhi')
  })

  it('carries the key of an act, and a file as its bytes', () => {
    const content = new Blob(['x'])
    const request = requestOf(endpoints.uploadFile, { content, key: 'k' })
    expect(request.body).toBe(content)
    expect(request.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'idempotency-key': 'k',
    })
  })
})

describe('what comes back', () => {
  const answering = (status: number, body: string) => async () => new Response(body, { status })

  it('is the answer, or all its problems as values', async () => {
    const call = (fetching: typeof fetch) => callWith(fetching, endpoints.whoAmI, {})
    expect(await call(answering(200, '{"name":"a"}'))).toEqual({ ok: true, value: { name: 'a' } })
    const problems = [{ code: 'locked' }, { code: 'busy', field: 'x' }]
    expect(await call(answering(423, JSON.stringify({ problems })))).toEqual({ ok: false, problems })
  })

  it('is never thrown, even if nobody answers or the answer is not ours', async () => {
    const silent = async () => {
      throw new TypeError('failed to fetch')
    }
    expect(await callWith(silent, endpoints.whoAmI, {})).toEqual({ ok: false, problems: [] })
    const gateway = await callWith(answering(502, '<html>'), endpoints.whoAmI, {})
    expect(gateway).toEqual({ ok: false, problems: [{ code: 'internal' }] })
    expect(problemsIn({ problems: [{ code: 'madeUp' }] })).toEqual([{ code: 'internal' }])
  })
})
