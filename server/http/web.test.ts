import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import { buildApp } from './app.ts'

let office: Office
let folder: string
let app: Awaited<ReturnType<typeof buildApp>>

beforeAll(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'anzhi-web-'))
  await mkdir(join(folder, 'web', 'assets'), { recursive: true })
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html><title>安治</title>')
  await writeFile(join(folder, 'web', 'assets', 'app-1f2e3d.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  app = await buildApp({ ...office.house, web: join(folder, 'web') }, false)
})
afterAll(async () => {
  await app.close()
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

test('every address of the application is its page, under a strict policy and fresh', async () => {
  for (const url of ['/', '/faults', '/faults/1/history?x=1', '/index.html', '/apiary']) {
    const { statusCode, body, headers } = await app.inject({ url })
    expect([statusCode, body.includes('安治')], url).toEqual([200, true])
    expect(String(headers['content-type'])).toMatch(/^text\/html/)
    expect(headers['content-security-policy']).toMatch(/default-src 'self'; .*frame-ancestors 'none'/)
    expect(headers['cache-control']).toBe('no-cache')
  }
})

test('what is built is kept for ever, under the name of its content', async () => {
  const { statusCode, headers } = await app.inject({ url: '/assets/app-1f2e3d.js' })
  expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(String(headers['content-type'])).toMatch(/javascript/)
})

test('the API stays the API beside it', async () => {
  for (const [method, url] of [
    ['GET', '/api/nothing'],
    ['POST', '/faults'],
    ['PUT', '/'],
  ] as const) {
    const answer = await app.inject({ method, url })
    expect([answer.statusCode, answer.json()]).toEqual([404, { problems: [{ code: 'notFound' }] }])
  }
  expect((await app.inject({ url: '/api/health' })).json()).toEqual({ alive: true })
  expect((await app.inject({ url: '/api/session' })).statusCode).toBe(401)
})

test('no path leads out of the built folder', async () => {
  for (const url of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
  ]) {
    const { body } = await app.inject({ url })
    expect(body, url).not.toContain('secret\n')
    expect(body === 'secret', url).toBe(false)
  }
})

test('where nothing was built, only the API is there', async () => {
  const bare = await buildApp({ ...office.house, web: join(folder, 'nowhere') }, false)
  expect((await bare.inject({ url: '/' })).statusCode).toBe(404)
  expect((await bare.inject({ url: '/api/health' })).statusCode).toBe(200)
  await bare.close()
})
