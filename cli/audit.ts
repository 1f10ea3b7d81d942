import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withInstallation } from './call.ts'
import { type Io, UsageError } from './io.ts'
import { dataThere } from './place.ts'

interface Verdict {
  bent: { entry: string; seq: string; what: string } | { seal: number; what: string } | null
  seals: number
  entries: number
  unsealed: number
  last: string | null
}

/** Holds the trail to its seals. Status 0: it is whole; 1: it is not, and the first bent entry is named. */
export async function auditCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  if (positionals.join(' ') !== 'verify') throw new UsageError('anzhi audit verify   [--data DIR]')
  const dataDir = values.data ?? dataThere()
  if (!existsSync(dataDir)) throw new UsageError(`there is no installation in ${dataDir}`)
  const { bytes } = await withInstallation(dataDir, '', (ask) => ask('/api/trail/verify'))
  const { bent, seals, entries, unsealed, last } = JSON.parse(bytes.toString('utf8')) as Verdict
  io.stdout.write(`seals 封签 ${seals}, entries 条目 ${entries}, not yet sealed 未封 ${unsealed}\n`)
  io.stdout.write(`last seal 末签 ${last ?? '-'}\n`)
  if (bent === null) return 0
  const what = 'seal' in bent ? `seal 封签 ${bent.seal}` : `${bent.entry} ${bent.seq}`
  io.stderr.write(`${what}: ${bent.what}\n`)
  return 1
}
