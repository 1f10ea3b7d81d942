import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test.each([
  ['GET', '/api/nothing', 404],
  ['GET', '/api/registers', 404],
  ['PUT', '/api/acts', 404],
  ['PATCH', '/api/session', 404],
  ['DELETE', '/api/registers/fault/records/1', 404],
  ['GET', '/nothing', 404],
  ['GET', '/../../etc/passwd', 404],
  ['GET', '/api/%zz', 400],
  ['GET', '/api/registers/%E0%A4%A/records', 400],
  ['GET', `/api/figures/${'x'.repeat(300)}`, 400],
] as const)(
  '%s %s is answered with problems, like everything that cannot be done',
  async (method, url, status) => {
    const { headers, ...answer } = await office.knock({ method, url, headers: { 'x-anzhi': '1' } })
    expect(answer.status).toBe(status)
    expect(String(headers['content-type'])).toMatch(/^application\/json/)
    const problem = status === 404 ? { code: 'notFound' } : { code: 'badRequest', field: 'url' }
    expect(answer.body).toEqual({ problems: [problem] })
  },
)

test('every answer forbids guessing its type, framing it and telling where one came from', async () => {
  for (const url of ['/api/health', '/api/session', '/api/nothing', '/api/', '/api/openapi.json']) {
    const { headers } = await office.knock({ url })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('what is answered to a person is kept by no cache', async () => {
  const lin = await office.as('lin')
  for (const url of ['/api/session', '/api/pack', '/api/figures', '/api/registers/plot/records']) {
    expect((await lin.get(url)).headers['cache-control']).toBe('no-store')
  }
})

test('a fault of our own is told without its inside', async () => {
  const { buildApp } = await import('./app.ts')
  const clock = async () => {
    throw new Error('select secret from anzhi.account')
  }
  const app = await buildApp({ ...office.house, clock }, false)
  const payload = { userName: 'lin', password: 'garden-gate-2022' }
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-anzhi': '1' },
    payload,
  })
  expect([answer.statusCode, answer.json()]).toEqual([500, { problems: [{ code: 'internal' }] }])
  await app.close()
})
