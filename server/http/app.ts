import { problem } from '@anzhi/engine/problem'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { ProblemError } from '../problem-error.ts'
import { addRoutes } from '../routes/index.ts'
import { addDocuments } from './documents.ts'
import type { House } from './house.ts'
import { statusOf } from './status.ts'
import { addWeb } from './web.ts'

/** The largest file that may be handed in, in bytes. */
export const largestUpload = 25 * 1024 * 1024

/** The HTTP application: every endpoint, its documents and the web application. Does not listen yet. */
export async function buildApp(
  house: House,
  logger: FastifyServerOptions['logger'],
): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    bodyLimit: 1024 * 1024,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
  })
  // Answers are made by our own code and typed by the contract: they are written as they are.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problems = problemsOf(error)
    const status = statusOf(problems)
    if (status >= 500) request.log.error(error)
    return reply.status(status).type('application/json').send({ problems })
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('x-frame-options', 'DENY')
  })
  const binary = { parseAs: 'buffer', bodyLimit: largestUpload } as const
  app.addContentTypeParser('application/octet-stream', binary, (_request, body, done) => done(null, body))
  await app.register(cookie)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '安治 Anzhi', version: '0.1.0' } },
  })
  addRoutes(app, house)
  addDocuments(app, house)
  await addWeb(app, house)
  await app.ready()
  return app
}

function problemsOf(error: FastifyError | ProblemError) {
  if (error instanceof ProblemError) return error.problems
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return [problem('tooLarge', 'body', { max: largestUpload })]
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return [problem('wrongType', 'body')]
  if (error.statusCode !== undefined && error.statusCode < 500) return [problem('badRequest', 'body')]
  return [problem('internal')]
}
