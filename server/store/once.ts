import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { refuse } from '../problem-error.ts'

/**
 * Does a piece of work once for a key: a repeated request waits for the first and gets its answer; the same
 * key with another request is refused. Without a key the work is simply done.
 */
export async function once<T>(
  context: Context,
  key: string | undefined,
  request: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined) return work()
  const { db, actor } = context
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  // Whoever is second waits here until the first has committed or given up.
  const { rows } = await sql`
    insert into anzhi.request (district, account, key, hash)
    values (${actor.district}, ${actor.account}::uuid, ${key}, ${hash}) on conflict do nothing returning key`.execute(
    db,
  )
  if (rows.length === 0) return earlierAnswer<T>(context, key, hash)
  const answer = await work()
  await sql`update anzhi.request set answer = ${JSON.stringify(answer)}::jsonb
    where district = ${actor.district} and account = ${actor.account}::uuid and key = ${key}`.execute(db)
  return answer
}

async function earlierAnswer<T>({ db, actor }: Context, key: string, hash: string): Promise<T> {
  const { rows } = await sql<{ hash: string; answer: T }>`
    select hash, answer from anzhi.request
    where district = ${actor.district} and account = ${actor.account}::uuid and key = ${key}`.execute(db)
  if (rows[0]?.hash !== hash) return refuse('keyReused', 'Idempotency-Key')
  return rows[0].answer
}
