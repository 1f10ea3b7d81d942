import type { AnswerOf } from '@anzhi/engine/api'
import type { Result } from '@anzhi/engine/problem'
import { addresses, type Contract, type Name } from './addresses.ts'
import { callWith, type Reply, type Sent } from './request.ts'
import { isSignedOut, Refused } from './session.ts'
import { underPack } from './under-pack.ts'

let onSignedOut: () => void = () => {}

/** Tells what is to happen when the session has ended: the way to the sign-in page and back again. */
export function whenSignedOut(go: () => void): void {
  onSignedOut = go
}

let onPackChanged: () => void = () => {}

/** Tells what is to happen when another pack holds than that of the page. */
export function whenPackChanged(refresh: () => void): void {
  onPackChanged = refresh
}

const fetching = underPack(
  (address, init) => fetch(address, init),
  addresses.readPack.path,
  () => onPackChanged(),
)

// Who was filling something in stays where they are, and signs in beside it.
const stays: readonly Name[] = ['performAct', 'uploadFile']

/** Calls an endpoint of the server. Whoever finds the session ended while reading is led to the sign-in page. */
export async function call<N extends Name>(name: N, sent: Sent<Contract[N]>): Promise<Reply<Contract[N]>> {
  const reply = await callWith<Contract[N]>(fetching, addresses[name], sent)
  if (!reply.ok && isSignedOut(reply.problems) && !stays.includes(name)) onSignedOut()
  return reply
}

/** The answer of an endpoint for the query library: problems are thrown as `Refused`. */
export async function read<N extends Name>(name: N, sent: Sent<Contract[N]>): Promise<AnswerOf<Contract[N]>> {
  const reply = await call(name, sent)
  if (!reply.ok) throw new Refused(reply.problems)
  return reply.value
}

/** Hands a file in as it is. */
export async function handIn(file: File): Promise<Result<{ id: string; name: string }>> {
  const name = file.name.slice(-200) || 'photo'
  return call('uploadFile', { query: { name }, content: file })
}

export function fileUrl(id: string): string {
  return `/api/files/${id}`
}
