import { type Endpoint, endpoints } from '@anzhi/engine/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import type { OpenApi, Operation } from './documents.ts'

let office: Office
let document: OpenApi

beforeAll(async () => {
  office = await openOffice()
  const answer = await office.stranger.get('/api/openapi.json')
  expect(answer.status).toBe(200)
  document = answer.body as unknown as OpenApi
})
afterAll(() => office.close())

const contract = Object.entries(endpoints) as [string, Endpoint][]
const pathOf = ({ path }: Endpoint) => path.replace(/:(\w+)/g, '{$1}')

function operations(): [string, string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method,
      path,
      operation,
    ]),
  )
}

test('the document is OpenAPI 3.1 and names every endpoint of the contract, and no other', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  const wanted = contract.map(([, endpoint]) => `${endpoint.method.toLowerCase()} ${pathOf(endpoint)}`)
  const named = operations().map(([method, path]) => `${method} ${path}`)
  expect(named.sort()).toEqual(wanted.sort())
})

/** What a query must say; everything else may be left out. */
const duties: Record<string, string[]> = { uploadFile: ['name'], readDeadline: ['clock', 'from'] }

test.each(contract)('%s is described as the contract has it', (id, endpoint) => {
  const operation = document.paths[pathOf(endpoint)]![endpoint.method.toLowerCase()]!
  expect(operation.summary).toBe(endpoint.summary)
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const parameters = operation.parameters ?? []
  expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
  for (const { name, in: place, required, schema } of parameters) {
    expect(['path', 'query', 'header', 'cookie'], name).toContain(place)
    expect(schema, name).toBeTypeOf('object')
    if (place === 'path') expect(required, name).toBe(true)
    // A default is no duty.
    if (place === 'query') expect(required ?? false, name).toBe(duties[id]?.includes(name) ?? false)
  }
  const types = Object.keys(operation.requestBody?.content ?? {})
  const upload = endpoint.media !== undefined && endpoint.method === 'POST'
  expect(types).toEqual(
    upload ? ['application/octet-stream'] : endpoint.body === undefined ? [] : ['application/json'],
  )
  const responses = operation.responses as Record<string, { description: string; content: object }>
  expect(Object.keys(responses).sort()).toEqual(['200', 'default'])
  for (const { description, content } of Object.values(responses)) {
    expect(description).not.toBe('')
    expect(Object.keys(content)).toHaveLength(1)
  }
  const answer = endpoint.answer === undefined ? endpoint.media : 'application/json'
  expect(Object.keys(responses['200']!.content)).toEqual([answer])
})

test('what needs a session says so, and what that is', () => {
  const { securitySchemes } = document.components as { securitySchemes?: object }
  expect(securitySchemes).toEqual({ session: { type: 'apiKey', in: 'cookie', name: 'anzhi' } })
  const open = operations().filter(([, , { security }]) => security?.length === 0)
  const names = [
    'get /api/backup',
    'get /api/health',
    'get /api/ready',
    'get /api/trail/verify',
    'post /api/account/reset',
    'post /api/session',
  ]
  expect(open.map(([method, path]) => `${method} ${path}`).sort()).toEqual(names)
})

test('every reference inside the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]*)"/g)].map(([, path]) => path!)
  expect(references).toContain('components/schemas/Figure')
  expect(JSON.stringify(document)).not.toContain('$defs')
  for (const path of references) {
    const found = path
      .split('/')
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], document)
    expect(found, path).toBeTypeOf('object')
  }
})

test('the values of every register are described with the words of the office', () => {
  const { schemas } = document.components
  expect(Object.keys(schemas)).toEqual([
    'Figure',
    'organ',
    'division',
    'person',
    'post',
    'holding',
    'scope',
    'file',
    'statement',
    'quotation',
    'section',
    'plot',
    'visit',
    'fault',
    'tool',
    'letter',
    'lease',
  ])
  expect(schemas.fault).toMatchObject({
    type: 'object',
    description: '园地毛病',
    properties: {
      number: { type: 'string', readOnly: true, title: '编号' },
      grade: { enum: ['minor', 'serious'], title: '轻重' },
      foundOn: { type: 'string', format: 'date' },
      before: { type: 'array', maxItems: 9 },
    },
  })
})

test('the readable page is found without its last stroke', async () => {
  const { status, headers } = await office.stranger.get('/api')
  expect([status, headers.location]).toEqual([302, '/api/'])
})

test('the readable page names every endpoint and field, and runs nothing', async () => {
  const { status, headers, bytes } = await office.stranger.get('/api/')
  const page = bytes.toString()
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'")
  for (const [, endpoint] of contract) {
    expect(page).toContain(`<code>${pathOf(endpoint)}</code>`)
    expect(page).toContain(
      endpoint.summary.replace(
        /[&<>"]/g,
        (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
      ),
    )
  }
  for (const word of ['园地毛病', 'mendedOn', '修好日期']) expect(page).toContain(word)
  expect(page).not.toMatch(/<script|<img|<link|\bon\w+=|https?:/)
})
