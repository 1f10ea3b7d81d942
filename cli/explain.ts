import { type Io, UsageError } from './io.ts'

// By name, so that a command that needs no server does not load one.
const foreseen = new Set([
  'UsageError',
  'EmbeddedProblem',
  'PackError',
  'PlanProblem',
  'ArchiveProblem',
  'ConfigError',
  'UnreadablePack',
])

/** What went wrong in words; only what nobody foresaw shows where in the program it happened. Gives the status. */
export function explain(error: unknown, io: Io): number {
  const misread = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true
  const words = misread || foreseen.has((error as Error).name) ? (error as Error).message : fromSystem(error)
  io.stderr.write(`${words ?? (error as Error).stack ?? String(error)}\n`)
  return error instanceof UsageError || misread ? 2 : 1
}

/** A file that cannot be written, a port that is taken: the system has said all there is to know. */
function fromSystem(error: unknown): string | undefined {
  const { code, syscall, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === undefined || syscall === undefined) return undefined
  if (code === 'EADDRINUSE' && port !== undefined)
    return `port ${port} is taken by another program; choose another with --port N`
  return message
}
