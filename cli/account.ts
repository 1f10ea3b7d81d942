import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withInstallation } from './call.ts'
import { type Io, UsageError } from './io.ts'
import { dataThere } from './place.ts'

const usage = 'anzhi account reset USER   [--data DIR]'

/** Gives a user name a new one-time password, for the administrator who has lost their own. */
export async function accountCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const [verb, userName, ...rest] = positionals
  if (verb !== 'reset' || userName === undefined || rest.length > 0) throw new UsageError(usage)
  const dataDir = values.data ?? dataThere()
  if (!existsSync(dataDir)) throw new UsageError(`there is no installation in ${dataDir}`)
  const { status, bytes } = await withInstallation(dataDir, '', (ask) =>
    ask('/api/account/reset', { userName }),
  )
  const answer = JSON.parse(bytes.toString('utf8')) as { password: string; problems: { code: string }[] }
  if (status !== 200) {
    io.stderr.write(`${answer.problems.map(({ code }) => refusals[code] ?? code).join('\n')} (${userName})\n`)
    return 1
  }
  io.stdout.write(`用户名 user: ${userName}\n一次性密码 one-time password: ${answer.password}\n`)
  return 0
}

const refusals: Record<string, string> = {
  notFound: 'there is no open account of this user name',
  badRequest: 'this is no user name',
}
