import { type Problem, problem } from '@anzhi/engine/problem'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { ProblemError } from '../problem-error.ts'
import { addRoutes } from '../routes/index.ts'
import { isBusy } from '../store/db.ts'
import { sessionScheme } from './cookie.ts'
import { addDocuments } from './documents.ts'
import type { House } from './house.ts'
import { statusOf } from './status.ts'
import { addWeb } from './web.ts'

/** The largest file that may be handed in, in bytes, and the largest of everything else. */
export const largestUpload = 25 * 1024 * 1024
const largestBody = 1024 * 1024
const uploadType = 'application/octet-stream'

/** The version of the pack: that of an answer, and that under which a request was made ready. */
const packHeader = 'x-anzhi-pack'

// An address that cannot be read is told like everything else.
const badAddress = { problems: [problem('badRequest', 'url')] }

/** The HTTP application: every endpoint, its documents and the web application. Does not listen yet. */
export async function buildApp(
  house: House,
  logger: FastifyServerOptions['logger'],
): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    bodyLimit: largestBody,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: ((_error: unknown, _request: unknown, reply: FastifyReply) =>
      reply.status(400).send(badAddress)) as FastifyServerOptions['frameworkErrors'],
  })
  // Answers are made by our own code and typed by the contract: they are written as they are.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problems = [...problemsOf(error, request), ...packProblems(house, request)]
    const status = statusOf(problems)
    if (status >= 500) request.log.error(error)
    return reply.status(status).type('application/json').send({ problems })
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header(packHeader, house.packVersion)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('x-frame-options', 'DENY')
  })
  const binary = { parseAs: 'buffer', bodyLimit: largestUpload } as const
  app.addContentTypeParser(uploadType, binary, (_request, body, done) => done(null, body))
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '安治 Anzhi', version: '0.1.0' },
      components: { securitySchemes: { session: sessionScheme(house) } },
    },
  })
  addRoutes(app, house)
  addDocuments(app, house)
  await addWeb(app, house)
  await app.ready()
  return app
}

/** What cannot be done was made ready under another pack: whoever asked should know that things have changed. */
function packProblems({ packVersion }: House, { headers, method }: FastifyRequest): Problem[] {
  const made = headers[packHeader]
  const isOlder = method !== 'GET' && made !== undefined && made !== packVersion
  return isOlder ? [problem('packChanged')] : []
}

function problemsOf(error: FastifyError | ProblemError, { headers }: FastifyRequest) {
  if (error instanceof ProblemError) return error.problems
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const max = headers['content-type']?.startsWith(uploadType) ? largestUpload : largestBody
    return [problem('tooLarge', 'body', { max })]
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return [problem('wrongType', 'body')]
  if (error.statusCode !== undefined && error.statusCode < 500) return [problem('badRequest', 'body')]
  return [problem(isBusy(error) ? 'busy' : 'internal')]
}
