import { explain } from './explain.ts'
import type { Io } from './io.ts'

type Command = (args: string[], io: Io) => Promise<number>

// Loaded when asked for: `check` needs no server, and none of its code.
const commands: Record<string, () => Promise<Command>> = {
  demo: async () => (await import('./demo.ts')).demoCommand,
  init: async () => (await import('./init.ts')).initCommand,
  start: async () => (await import('./start.ts')).startCommand,
  account: async () => (await import('./account.ts')).accountCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  export: async () => (await import('./backup.ts')).exportCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  pack: async () => (await import('./pack.ts')).packCommand,
  prepare: async () => (await import('./prepare.ts')).prepareCommand,
}

const usage = `安治 Anzhi

  anzhi demo                      a small invented office, ready to sign in to   [--port N] [--host ADDRESS]
  anzhi init --district …         an office of your own: its district and the first person
  anzhi start                     the server of that office     [--port N] [--host ADDRESS] [--pack DIR]...
  anzhi account reset USER        a new one-time password, for the administrator who lost their own
  anzhi report NAME --out FILE    a report as .docx or .json    [--as-of DAY] [--from DAY] [--to DAY]
                                                                [--language zh|en] [--as USER]
  anzhi check [FILE]              check the figures in a text   [--json] [--text] [--lang zh|en]
  anzhi backup FILE               everything of one moment, while people work; kept as secret as the data
  anzhi restore FILE              an installation from a backup, where there is none
  anzhi export FILE               tables as CSV, definitions, files: opens anywhere, holds no passwords
  anzhi audit verify              is the trail of acts and sign-ins as it was sealed?
  anzhi pack check DIR...         is a pack sound?
  anzhi pack build DIR            a pack as JSON                [--out FILE]
  anzhi pack plan [DIR...]        what these packs would change, and what stands against it   [--language zh|en]
  anzhi pack apply [DIR...]       put them in the place of those that hold, also while people work   [--as USER]

  --data DIR (or ANZHI_DATA)      where database, files and socket live
  DATABASE_URL                    a PostgreSQL of your own, instead of the one that comes along
`

/** Runs one command and leaves with its status: 0 done, 1 not done, 2 not understood. */
export async function main(args: string[]): Promise<void> {
  const [name = 'help', ...rest] = args
  const io: Io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  const asksHow = ['help', '--help', '-h'].includes(name) || (name !== 'check' && rest.some(isHelp))
  if (load === undefined || asksHow) {
    const to = asksHow ? io.stdout : io.stderr
    to.write(asksHow ? usage : `there is no command ${name}\n\n${usage}`)
    process.exitCode = asksHow ? 0 : 2
    return
  }
  process.exitCode = await (await load())(rest, io).catch((error: unknown) => explain(error, io))
}

const isHelp = (word: string) => word === '--help' || word === '-h'
