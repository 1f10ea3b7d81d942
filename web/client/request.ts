import type { AnswerOf, BodyInput, Endpoint, ParamsOf, QueryInput } from '@anzhi/engine/api'
import { bad, type Problem, problem, problemCodes, type Result } from '@anzhi/engine/problem'

/** What a call of an endpoint carries. */
export type Sent<E> = (ParamsOf<E> extends undefined ? { params?: undefined } : { params: ParamsOf<E> }) &
  (QueryInput<E> extends undefined ? { query?: undefined } : { query?: QueryInput<E> }) &
  (BodyInput<E> extends undefined ? { body?: undefined } : { body: BodyInput<E> }) & {
    /** The same key makes a repeated request do its work once. */
    key?: string
    /** The bytes of a file, in the place of a body. */
    content?: Blob
  }

interface Carried {
  body?: unknown
  content?: Blob
  key?: string
}

/** The answer of an endpoint, or all its problems; an empty list of them when nobody answered. */
export type Reply<E> = Result<AnswerOf<E>>

/** The address of a call: parameters put into the path, and what the query says. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )
  const said = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/**
 * The request of a call. Whatever writes carries a header that no form of another site can send, so that
 * the server knows it comes from a page of ours.
 */
export function requestOf(endpoint: Pick<Endpoint, 'method'>, { body, content, key }: Carried): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (endpoint.method !== 'GET') headers['x-anzhi'] = 'web'
  if (key !== undefined) headers['idempotency-key'] = key
  if (content !== undefined) headers['content-type'] = 'application/octet-stream'
  else if (body !== undefined) headers['content-type'] = 'application/json'
  return {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(content !== undefined ? { body: content } : body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** The problems in the body of a refusal; `internal` when it is not one that we understand. */
export function problemsIn(body: unknown): Problem[] {
  const { problems } = (body ?? {}) as { problems?: unknown }
  const known = Array.isArray(problems) ? problems.filter(isProblem) : []
  return known.length > 0 ? known : [problem('internal')]
}

function isProblem(value: unknown): value is Problem {
  const code = (value as Problem | null)?.code
  return problemCodes.includes(code as Problem['code'])
}

/** Calls an endpoint. Problems are values, never thrown; no answer at all is a refusal without problems. */
export async function callWith<E extends Endpoint>(
  fetching: typeof fetch,
  { method, path }: Pick<E, 'method' | 'path'>,
  sent: Sent<E>,
): Promise<Reply<E>> {
  try {
    const address = addressOf(path, sent.params, sent.query)
    const response = await fetching(address, requestOf({ method }, sent))
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok && body !== undefined) return { ok: true, value: body as AnswerOf<E> }
    return bad(...problemsIn(body))
  } catch {
    return bad()
  }
}
