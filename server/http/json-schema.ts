import { type Endpoint, problemsShape } from '@anzhi/engine/api'
import { z } from 'zod'

/** A zod shape as JSON Schema. What JSON Schema cannot say (a pack) is any value there. */
export function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return schema
}

/** What fastify and the OpenAPI document are told about an endpoint. Answers are read by our own types. */
export function listOfSchemas(endpoint: Endpoint): Record<string, unknown> {
  const { params, query, body, answer, media, summary } = endpoint
  const binary = { type: 'string', format: 'binary' }
  const problems = {
    description: 'What is wrong, all at once',
    content: { 'application/json': { schema: schemaOf(problemsShape, 'output') } },
  }
  return {
    summary,
    ...(params === undefined ? {} : { params: schemaOf(params, 'input') }),
    ...(query === undefined ? {} : { querystring: schemaOf(query, 'input') }),
    ...(body === undefined ? {} : { body: schemaOf(body, 'input') }),
    response: {
      200: {
        description: 'Done',
        content:
          answer === undefined
            ? { [media ?? 'application/octet-stream']: { schema: binary } }
            : { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      default: problems,
    },
  }
}
