import { type Endpoint, problemsShape } from '@anzhi/engine/api'
import { z } from 'zod'

/** A zod shape as JSON Schema. What JSON Schema cannot say (a pack) is any value there. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return schema
}

/** What fastify and the OpenAPI document are told about an endpoint. Answers are read by our own types. */
export function listOfSchemas(endpoint: Endpoint): Record<string, unknown> {
  const { params, query, body, answer, media, summary, open } = endpoint
  const binary = { type: 'string', format: 'binary' }
  const problems = {
    description: 'What is wrong, all at once',
    content: { 'application/json': { schema: schemaOf(problemsShape, 'output') } },
  }
  return {
    summary,
    security: open === true ? [] : [{ session: [] }],
    ...(params === undefined ? {} : { params: schemaOf(params, 'input') }),
    ...(query === undefined ? {} : { querystring: schemaOf(query, 'input') }),
    ...(body === undefined ? {} : { body: schemaOf(body, 'input') }),
    ...(isUpload(endpoint) ? { body: binary, consumes: [media] } : {}),
    response: {
      200: {
        description: 'Done',
        content:
          answer === undefined
            ? { [media!]: { schema: binary } }
            : { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      default: problems,
    },
  }
}

/** Does an endpoint take something that is not JSON? */
function isUpload({ method, media, answer }: Endpoint): boolean {
  return method === 'POST' && media !== undefined && answer !== undefined
}
