import { fieldTypeOf } from '@anzhi/engine/fields'
import { envOf, wordOf } from '@anzhi/engine/pack'
import type { FastifyInstance } from 'fastify'
import { apiPage } from './api-page.ts'
import type { House } from './house.ts'

/** `/api/openapi.json`, made from the same declarations as the routes, and a readable page of it at `/api/`. */
export function addDocuments(app: FastifyInstance, house: House): void {
  app.get('/api/openapi.json', { schema: { hide: true } as object }, async () => openApi(app, house))
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
  parameters?: { name: string; in: string; required?: boolean; schema?: Record<string, unknown> }[]
  requestBody?: { content: Record<string, unknown> }
  responses?: Record<string, unknown>
}

function openApi(app: FastifyInstance, house: House): OpenApi {
  const document = app.swagger() as unknown as OpenApi
  return { ...document, components: { ...document.components, schemas: registerSchemas(house) } }
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
