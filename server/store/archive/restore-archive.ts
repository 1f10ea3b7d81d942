import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pack } from '@anzhi/engine/pack'
import { type Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { contentPath, type FileFolder, keepStream } from '../files.ts'
import { ArchiveProblem, fileEntryName, type TableEntry, tableEntryName } from './manifest.ts'
import type { Archive } from './open-archive.ts'

/** Makes the tables as they were when the archive was taken, and brings them up to this version afterwards. */
export interface Restorer {
  /** How many of the product's own schema steps this version knows. */
  steps: number
  makeTables: (client: Client, steps: number, pack: Pack) => Promise<void>
  finish: (client: Client) => Promise<void>
}

/**
 * Puts an archive back into an empty database and an empty folder: contents first, then all rows in one
 * transaction, so that it is there whole or not at all. Every table and every content is held to its hash.
 */
export async function restoreArchive(
  client: Client,
  files: FileFolder,
  archive: Archive,
  restorer: Restorer,
): Promise<void> {
  const { manifest } = archive
  if (manifest.steps > restorer.steps)
    throw new ArchiveProblem('the archive was made by a newer version; restore it with that one')
  for (const { sha256 } of manifest.files) await restoreContent(archive, files, sha256)
  await client.query('begin')
  try {
    await restorer.makeTables(client, manifest.steps, archive.pack as Pack)
    for (const table of manifest.tables) await restoreTable(client, archive, table)
    await continueNumbers(client)
    await restorer.finish(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function restoreContent(archive: Archive, files: FileFolder, sha256: string): Promise<void> {
  const kept = await keepStream(files, await archive.open(fileEntryName(sha256)))
  if (kept !== sha256) throw new ArchiveProblem(`${contentPath(files, sha256)} is not what it was`)
}

async function restoreTable(client: Client, archive: Archive, table: TableEntry): Promise<void> {
  const into = `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`
  // What the making of the tables has put there (steps, a calendar) is in the archive too.
  await client.query(`delete from ${into}`)
  const columns = table.columns.map((column) => escapeIdentifier(column)).join(', ')
  const copied = client.query(copyFrom(`copy ${into} (${columns}) from stdin (format csv, header)`))
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(await archive.open(tableEntryName(table)), hashing, copied)
  if (hash.digest('hex') !== table.sha256 || copied.rowCount !== table.rows)
    throw new ArchiveProblem(`${tableEntryName(table)} is not what it was`)
}

/** Numbers that the database gives go on after the highest that is there. */
async function continueNumbers(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string; column: string }>(`
    select n.nspname as schema, c.relname as name, a.attname as column from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r' join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('anzhi', 'ledger') and a.attidentity <> '' and not a.attisdropped`)
  for (const { schema, name, column } of rows) {
    const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${escapeIdentifier(column)}), 0) + 1, false) from ${table}`,
      [table, column],
    )
  }
}
