import type { Database } from './store/db.ts'
import { type Mark, markNow, sealUpTo } from './store/trail/seal.ts'

/**
 * What the server does by itself: every minute it seals what the trail has come to. Gives what stops it, after the
 * round under way. A round that fails is told, and tried again in the next.
 */
export function startJobs(
  database: Database,
  onError: (error: unknown) => void,
  everyMs = 60_000,
): () => Promise<void> {
  let mark: Mark | undefined
  let round: Promise<void> = Promise.resolve()
  const seal = async () => {
    mark ??= await markNow(database)
    if (await sealUpTo(database, mark)) mark = undefined
  }
  const timer = setInterval(() => {
    round = round.then(seal).catch(onError)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
