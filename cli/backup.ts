import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openArchive } from '@anzhi/server'
import { withInstallation } from './call.ts'
import { type Io, UsageError } from './io.ts'
import { dataThere } from './place.ts'

/** Writes a backup that can be restored. */
export function backupCommand(args: string[], io: Io): Promise<number> {
  return archive('backup', args, io)
}

/** Writes what can be handed on: the same without passwords. */
export function exportCommand(args: string[], io: Io): Promise<number> {
  return archive('export', args, io)
}

async function archive(purpose: 'backup' | 'export', args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new UsageError(`anzhi ${purpose} FILE   [--data DIR]`)
  if (existsSync(file)) throw new UsageError(`${file} is there already`)
  const dataDir = values.data ?? dataThere()
  if (!existsSync(dataDir)) throw new UsageError(`there is no installation in ${dataDir}`)
  const part = `${file}.part`
  await rm(part, { force: true })
  await withInstallation(dataDir, '', (_ask, pour) => pour(`/api/backup?purpose=${purpose}`, part))
  // Read again before it gets its name: a backup that cannot be opened is none.
  const opened = await openArchive(part)
  opened.close()
  await rename(part, file)
  const { tables, files, missingFiles } = opened.manifest
  const records = tables.filter(({ schema }) => schema === 'ledger').reduce((sum, { rows }) => sum + rows, 0)
  io.stdout.write(`${file}: ${records} rows, ${files.length} files\n`)
  for (const sha256 of missingFiles) io.stderr.write(`missing content: ${sha256}\n`)
  return missingFiles.length === 0 ? 0 : 1
}
