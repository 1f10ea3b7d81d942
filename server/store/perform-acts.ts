import type { Problem } from '@anzhi/engine/problem'
import type { Change } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ProblemError } from '../problem-error.ts'
import { performAct, type Request } from './perform-act.ts'

/**
 * Does several acts as if they were asked for one after the other: all of them, or none. Every problem of every
 * act is told at once, with its place; what builds on an act that cannot be done is not judged.
 */
export async function performActs(context: Context, requests: readonly Request[]): Promise<Change[]> {
  const changes: Change[] = []
  const problems: Problem[] = []
  const failed = new Set<string>()
  for (const [n, request] of requests.entries()) {
    if (buildsOn(request, failed)) continue
    const done = await attempt(context, request)
    if (!Array.isArray(done)) changes.push(done)
    else {
      problems.push(...done.map((found) => placed(n, found)))
      failed.add(request.id)
    }
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return changes
}

function buildsOn(request: Request, failed: ReadonlySet<string>): boolean {
  const said = JSON.stringify(request)
  return [...failed].some((id) => said.includes(id))
}

/** What an act that failed has begun to write is undone before the next is looked at. */
async function attempt(context: Context, request: Request): Promise<Change | Problem[]> {
  await sql`savepoint act`.execute(context.db)
  try {
    const change = await performAct(context, request)
    await sql`release savepoint act`.execute(context.db)
    return change
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    await sql`rollback to savepoint act`.execute(context.db)
    return error.problems
  }
}

function placed(n: number, { field, ...found }: Problem): Problem {
  const place = `requests.${n}`
  return { ...found, field: field === undefined ? place : `${place}.${field}` }
}
