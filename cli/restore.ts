import { parseArgs } from 'node:util'
import { restoreInstallation } from '@anzhi/server'
import { type Io, UsageError } from './io.ts'
import { defaultData } from './place.ts'
import { configOf } from './serve.ts'

/** Makes an installation from a backup. */
export async function restoreCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError('anzhi restore FILE   [--data DIR]')
  const dataDir = values.data ?? process.env.ANZHI_DATA ?? defaultData('data')
  const { takenAt, tables, files } = await restoreInstallation(configOf(dataDir, {}, 'warn'), file)
  io.stdout.write(`${dataDir}: ${tables.length} tables, ${files.length} files, as of ${takenAt}\n`)
  return 0
}
