import { pipeline } from 'node:stream/promises'
import type { Pack } from '@anzhi/engine/pack'
import { escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Connection, overConnection } from '../db.ts'
import { contentPath, type FileFolder, keepStream } from '../files.ts'
import { hashing } from '../hashing.ts'
import { applySystemSteps } from '../schema/apply.ts'
import { planTables } from '../schema/plan.ts'
import { statementOf } from '../schema/statements.ts'
import { systemSteps } from '../schema/system.ts'
import { ArchiveProblem, fileEntryName, type TableEntry, tableEntryName } from './manifest.ts'
import type { Archive } from './open-archive.ts'

/**
 * Puts a backup back into an empty database (`client` is its owner) and an empty folder: contents first, then all
 * rows in one transaction, so that the office is there whole or not at all. Every table and every content is held
 * to its hash. Problem: `ArchiveProblem`.
 */
export async function restoreArchive(client: Connection, files: FileFolder, archive: Archive): Promise<void> {
  const { manifest } = archive
  if (manifest.purpose !== 'backup')
    throw new ArchiveProblem('this is an export, without the secrets that an office needs')
  if (manifest.steps > systemSteps.length)
    throw new ArchiveProblem('the archive was made by a newer version; restore it with that one')
  for (const { sha256 } of manifest.files) await restoreContent(archive, files, sha256)
  await client.query('begin')
  try {
    await makeTables(client, archive)
    for (const table of manifest.tables) await restoreTable(client, archive, table)
    await continueNumbers(client)
    // What has come since the archive was made.
    await applySystemSteps(overConnection(client))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The tables as they were when the archive was taken. */
async function makeTables(client: Connection, { manifest, pack }: Archive): Promise<void> {
  const db = overConnection(client)
  await applySystemSteps(db, manifest.steps)
  for (const step of await planTables(db, pack as Pack)) await statementOf(step).execute(db)
}

async function restoreContent(archive: Archive, files: FileFolder, sha256: string): Promise<void> {
  const kept = await keepStream(files, await archive.open(fileEntryName(sha256)))
  if (kept !== sha256) throw new ArchiveProblem(`${contentPath(files, sha256)} is not what it was`)
}

async function restoreTable(client: Connection, archive: Archive, table: TableEntry): Promise<void> {
  const into = `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`
  // What the making of the tables has put there (steps, a calendar) is in the archive too.
  await client.query(`delete from ${into}`)
  const columns = table.columns.map((column) => escapeIdentifier(column)).join(', ')
  const copied = client.query(copyFrom(`copy ${into} (${columns}) from stdin (format csv, header)`))
  const { through, digest } = hashing()
  await pipeline(await archive.open(tableEntryName(table)), through, copied)
  if (digest() !== table.sha256 || copied.rowCount !== table.rows)
    throw new ArchiveProblem(`${tableEntryName(table)} is not what it was`)
}

/** Numbers that the database gives go on after the highest that is there. */
async function continueNumbers(client: Connection): Promise<void> {
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
