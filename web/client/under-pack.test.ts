import { expect, it } from 'vitest'
import { underPack } from './under-pack.ts'

it('says under which pack a request was made ready, and tells once when another holds', async () => {
  let version = 'a'
  let changes = 0
  const sent: unknown[] = []
  const server: typeof fetch = async (_address, init) => {
    sent.push(new Headers(init?.headers).get('x-anzhi-pack'))
    return new Response('{}', { headers: { 'x-anzhi-pack': version } })
  }
  const call = underPack(server, '/api/pack', () => {
    changes += 1
  })
  await call('/api/pack')
  await call('/api/figures')
  version = 'b'
  await call('/api/acts', { method: 'POST' })
  await call('/api/figures')
  expect(changes).toBe(1)
  // Read anew, the page is of the new one.
  await call('/api/pack')
  await call('/api/figures')
  expect(sent).toEqual([null, 'a', 'a', 'a', 'a', 'b'])
  expect(changes).toBe(1)
})

it('asks nothing of an answer that names no version', async () => {
  const call = underPack(
    async () => new Response('{}'),
    '/api/pack',
    () => expect.unreachable(),
  )
  await call('/api/pack')
  expect((await call('/api/figures')).status).toBe(200)
})
