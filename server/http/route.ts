import { Readable } from 'node:stream'
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@anzhi/engine/api'
import { type Problem, problem } from '@anzhi/engine/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context, Seer } from '../context.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { touchSession } from '../store/accounts/sessions.ts'
import { reading, writing } from '../store/db.ts'
import { noteTrail } from '../store/trail/trail.ts'
import { admitCaller } from './caller.ts'
import { guardAgainstForgery } from './forgery.ts'
import { heldPack } from './held-pack.ts'
import type { House } from './house.ts'
import { listOfSchemas } from './json-schema.ts'

/** What a handler gets: who acts, in which transaction, and what they sent, already read. */
export interface Call<E> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** The bytes of a request that is not JSON. */
  content: Buffer | undefined
  idempotencyKey: string | undefined
}

/** An answer that is not JSON. */
interface Content {
  content: Uint8Array | Readable
  mediaType: string
  /** Suggested file name; with it the browser saves instead of showing. */
  saveAs?: string
}

type Answer<E> = AnswerOf<E> extends undefined ? Content : AnswerOf<E>

/**
 * Adds an endpoint. A GET is one read-only snapshot; everything else is one transaction that has been
 * committed before the answer leaves. A handler reads and decides; what it throws is answered as problems.
 */
export function route<E extends Endpoint>(
  app: FastifyInstance,
  house: House,
  endpoint: E,
  handle: (context: Context, call: Call<E>) => Promise<Answer<E>>,
): void {
  const knock = async (request: FastifyRequest) => {
    // What has no size to speak of is read first; a file is read only from somebody who may hand one in.
    if (endpoint.method !== 'GET' && endpoint.media !== undefined) await callerOf(house, endpoint, request)
  }
  addRoute(app, endpoint, knock, async (request, reply) => {
    let seer: Seer | null = null
    const work = async (db: Context['db']) => {
      const held = await heldPack(house, db)
      const now = await house.clock(db)
      const actor = await admitCaller(house, endpoint, db, request, now.today)
      seer = actor
      // Whoever may not come in is not told how to ask either.
      const call = callOf(endpoint, request)
      const language = (call.query as { language?: Context['language'] } | undefined)?.language ?? 'zh'
      return handle({ db, actor, ...held, ...now, language }, call)
    }
    const answer = await (endpoint.method === 'GET'
      ? reading(house.database, work)
      : writing(house.database, work)
    ).finally(() => keepAwake(house, seer, request))
    // A reading writes nothing; that something left the house is written down before it does.
    if (endpoint.exports === true)
      await writing(house.database, (db) => noteTrail(db, seer, 'export', { url: request.url }))
    return send(reply, endpoint, answer)
  })
}

/** Adds an endpoint for somebody who is signed in, that opens its own transactions: what it refuses may leave a trace. */
export function callerRoute<E extends Endpoint>(
  app: FastifyInstance,
  house: House,
  endpoint: E,
  handle: (actor: Seer, call: Call<E>) => Promise<Answer<E>>,
): void {
  addRoute(
    app,
    endpoint,
    async () => {},
    async (request, reply) => {
      const actor = await callerOf(house, endpoint, request)
      await keepAwake(house, actor, request)
      const call = callOf(endpoint, request)
      return send(reply, endpoint, await handle(actor, call))
    },
  )
}

function callerOf(house: House, endpoint: Endpoint, request: FastifyRequest): Promise<Seer> {
  return reading(house.database, async (db) =>
    admitCaller(house, endpoint, db, request, (await house.clock(db)).today),
  )
}

/** That a session was used is of no weight beside the answer: if it cannot be written down, the next request does. */
async function keepAwake(house: House, seer: Seer | null, request: FastifyRequest): Promise<void> {
  if (seer?.session === undefined || seer.session.isFresh) return
  await writing(house.database, (db) => touchSession(db, seer)).catch((error) => request.log.warn(error))
}

/** Adds an endpoint that needs nobody to be signed in, and opens its own transactions. */
export function openRoute<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handle: (call: Call<E>, request: FastifyRequest, reply: FastifyReply) => Promise<Answer<E>>,
): void {
  const knock = async () => {}
  addRoute(app, endpoint, knock, async (request, reply) =>
    send(reply, endpoint, await handle(callOf(endpoint, request), request, reply)),
  )
}

function addRoute(
  app: FastifyInstance,
  endpoint: Endpoint,
  /** Refuses before the body is read. */
  knock: (request: FastifyRequest) => Promise<void>,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: listOfSchemas(endpoint),
    // The contract is read by zod, so that every problem is told at once and in one shape.
    validatorCompiler: () => () => true,
    onRequest: async (request) => {
      if (endpoint.method !== 'GET') guardAgainstForgery(request)
      await knock(request)
    },
    handler,
  })
}

function callOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  const problems: Problem[] = []
  const params = read(endpoint.params, request.params, problems)
  const query = read(endpoint.query, request.query, problems)
  const body = read(endpoint.body, request.body, problems)
  if (problems.length > 0) throw new ProblemError(problems)
  const key = request.headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)))
    refuse('badRequest', 'Idempotency-Key')
  return {
    params,
    query,
    body,
    content: Buffer.isBuffer(request.body) ? request.body : undefined,
    idempotencyKey: key as string | undefined,
  } as Call<E>
}

function read(shape: z.ZodType | undefined, input: unknown, problems: Problem[]): unknown {
  if (shape === undefined) return undefined
  if (isDeep(input)) {
    problems.push(problem('badRequest', undefined, { why: 'tooDeep' }))
    return undefined
  }
  const found = shape.safeParse(input ?? {})
  if (found.success) {
    problems.push(...unwritable(found.data))
    return found.data
  }
  for (const issue of found.error.issues) {
    problems.push(problem('badRequest', issue.path.join('.') || undefined, { why: issue.code }))
  }
  return undefined
}

// The deepest value of a field has three levels; what is nested without end would end the stack instead.
function isDeep(input: unknown, levels = 16): boolean {
  if (typeof input !== 'object' || input === null || Buffer.isBuffer(input)) return false
  return levels === 0 || Object.values(input).some((part) => isDeep(part, levels - 1))
}

// Half a surrogate pair or a zero byte: the database cannot keep it. What is in `values`, the field types tell.
const broken = /\p{Surrogate}|\0/u

function unwritable(data: unknown): Problem[] {
  return Object.entries(data as object)
    .filter(([, value]) => typeof value === 'string' && broken.test(value))
    .map(([name]) => problem('badRequest', name, { why: 'notText' }))
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (endpoint.answer !== undefined) return reply.send(answer)
  const { content, mediaType, saveAs } = answer as Content
  if (saveAs !== undefined) {
    reply.header('content-disposition', `attachment; filename*=UTF-8''${extValue(saveAs)}`)
  }
  // Whatever somebody handed in: nothing in it runs, and it is what we say it is.
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  reply.type(mediaType)
  if (content instanceof Readable) return reply.send(content)
  return reply.send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
}

/** RFC 5987 allows fewer signs than a URL does. */
function extValue(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}
