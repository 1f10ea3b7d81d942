import { isDeepStrictEqual } from 'node:util'
import { type Endpoint, endpoints, problemsShape } from '@anzhi/engine/api'

const contract = (Object.values(endpoints) as Endpoint[]).map((endpoint) => ({
  ...endpoint,
  fits: new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/]+')}$`),
}))

/** Throws unless a JSON answer is exactly what the contract promises, or problems: nothing less, nothing beside it. */
export function holdToContract(method: string, url: string, status: number, body: unknown): void {
  const path = url.split('?')[0]!
  const endpoint = contract.find((one) => one.method === method && one.fits.test(path))
  // 503 with `ready: false` is the one answer that is no success and no problem.
  const shape = status === 200 || path === '/api/ready' ? endpoint?.answer : problemsShape
  if (shape === undefined) return
  const read = shape.safeParse(body)
  if (!read.success) throw new Error(`${method} ${url} breaks the contract: ${read.error.message}`)
  if (!isDeepStrictEqual(read.data, body)) throw new Error(`${method} ${url} says more than the contract`)
}
