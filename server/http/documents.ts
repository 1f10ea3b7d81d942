import { fieldTypeOf } from '@anzhi/engine/fields'
import { envOf, wordOf } from '@anzhi/engine/pack'
import type { FastifyInstance } from 'fastify'
import { apiPage } from './api-page.ts'
import type { House } from './house.ts'

/** `/api/openapi.json`, made from the same declarations as the routes, and a readable page of it at `/api/`. */
export function addDocuments(app: FastifyInstance, house: House): void {
  app.get('/api/openapi.json', { schema: { hide: true } as object }, async () => openApi(app, house))
  app.get('/api', { schema: { hide: true } as object }, async (_request, reply) => reply.redirect('/api/'))
  app.get('/api/', { schema: { hide: true } as object }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(apiPage(openApi(app, house))),
  )
}

export interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

export interface Operation {
  summary?: string
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Record<string, unknown> }[]
  requestBody?: { content: Record<string, unknown> }
  responses?: Record<string, unknown>
}

function openApi(app: FastifyInstance, house: House): OpenApi {
  const named: Record<string, unknown> = {}
  const document = hoist(app.swagger(), named) as OpenApi
  const schemas = { ...named, ...registerSchemas(house) }
  return { ...document, components: { ...document.components, schemas } }
}

/** A schema's own definitions have their place in the components: a reference inside OpenAPI begins at its root. */
function hoist(part: unknown, named: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => hoist(one, named))
  if (typeof part !== 'object' || part === null) return part
  const { $defs = {}, $ref, ...rest } = part as Record<string, unknown>
  for (const [name, schema] of Object.entries($defs as object)) {
    const { id: _, ...definition } = schema as Record<string, unknown>
    named[name] ??= hoist(definition, named)
  }
  const reference =
    typeof $ref === 'string' ? { $ref: $ref.replace('#/$defs/', '#/components/schemas/') } : {}
  return { ...reference, ...mapValues(rest, (one) => hoist(one, named)) }
}

function mapValues(of: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]))
}

/** The values of each register as a schema, from its field types: `values of hazard`. */
function registerSchemas({ pack }: House): Record<string, unknown> {
  const env = envOf(pack, '1970-01-01')
  return Object.fromEntries(
    Object.values(pack.registers).map((register) => [
      register.id,
      {
        type: 'object',
        description: wordOf(pack, 'zh', `register.${register.id}`),
        properties: Object.fromEntries(
          Object.values(register.fields).map(({ id, spec }) => [
            id,
            {
              ...fieldTypeOf(spec).schema(spec, env),
              title: wordOf(pack, 'zh', `field.${register.id}.${id}`),
            },
          ]),
        ),
      },
    ]),
  )
}
