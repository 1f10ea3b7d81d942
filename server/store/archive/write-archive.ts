import { existsSync, statSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import yazl from 'yazl'
import type { Connection } from '../db.ts'
import { contentPath, type FileFolder } from '../files.ts'
import { hashing } from '../hashing.ts'
import { type KeptTable, listKeptTables } from './kept-tables.ts'
import {
  fileEntryName,
  type Manifest,
  manifestName,
  type Purpose,
  packName,
  tableEntryName,
} from './manifest.ts'
import { readme } from './readme.ts'

/**
 * Writes everything that the installation holds as one zip archive: tables as CSV (UTF-8, RFC 4180), definitions as
 * JSON, files as they were handed in. All tables are of one moment, whoever writes meanwhile; contents of files
 * never change once written, so they are copied after. `client` is a connection of its own; it is not ended here.
 * Nothing is held in memory. Gives the manifest.
 */
export async function writeArchive(
  client: Connection,
  files: FileFolder,
  purpose: Purpose,
  out: NodeJS.WritableStream,
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  try {
    const manifest = await beginManifest(client, purpose)
    const zip = new yazl.ZipFile()
    const written = pipeline(zip.outputStream, out)
    // What goes wrong while an entry is read ends the archive, which would otherwise wait for it for ever.
    const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject))
    zip.addBuffer(Buffer.from(readme), 'README.txt')
    zip.addBuffer(Buffer.from(await composedPack(client)), packName)
    for (const table of await listKeptTables(client, purpose)) addTable(zip, client, table, manifest)
    for (const sha256 of await listContents(client)) addContent(zip, files, sha256, manifest)
    // Read when everything before it has been written.
    addLazily(zip, manifestName, () => Readable.from([JSON.stringify(manifest, null, 2)]))
    zip.end()
    await Promise.race([written, failed])
    return manifest
  } finally {
    await client.query('rollback')
  }
}

/** The same as a stream, which ends the connection. Half an archive breaks off, so that nobody takes it for a whole one. */
export function streamArchive(client: Connection, files: FileFolder, purpose: Purpose): Readable {
  const content = new PassThrough()
  writeArchive(client, files, purpose, content)
    .catch((error: Error) => content.destroy(error))
    .finally(() => client.end())
  return content
}

async function beginManifest(client: Connection, purpose: Purpose): Promise<Manifest> {
  const { rows } = await client.query<Pick<Manifest, 'steps' | 'packVersion'>>(`
    select (select count(*)::integer from anzhi.step) as steps,
      (select version from anzhi.pack_change order by n desc limit 1) as "packVersion"`)
  const takenAt = new Date().toISOString()
  return { format: 1, purpose, takenAt, ...rows[0]!, tables: [], files: [], missingFiles: [] }
}

async function composedPack(client: Connection): Promise<string> {
  const { rows } = await client.query<{ composed: unknown }>(
    `select composed from anzhi.pack where version =
       (select version from anzhi.pack_change order by n desc limit 1)`,
  )
  return JSON.stringify(rows[0]!.composed, null, 1)
}

async function listContents(client: Connection): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct sha256 from ledger.file where sha256 is not null order by 1',
  )
  return rows.map(({ sha256 }) => sha256)
}

/** Entries are written one after the other; each is opened when its turn has come. */
function addLazily(zip: yazl.ZipFile, name: string, open: () => Readable): void {
  zip.addReadStreamLazy(name, (give) => {
    const stream = open()
    stream.on('error', (error) => zip.emit('error', error))
    give(null, stream)
  })
}

function addTable(zip: yazl.ZipFile, client: Connection, table: KeptTable, manifest: Manifest): void {
  addLazily(zip, tableEntryName(table), () => {
    const lines = countLines()
    const { through, digest } = hashing(lines.see)
    const { schema, name, columns } = table
    // The first line is the head.
    through.once('end', () =>
      manifest.tables.push({ schema, name, columns, rows: lines.counted() - 1, sha256: digest() }),
    )
    const copied = client.query(copyTo(copyStatement(table)))
    copied.on('error', (error) => through.destroy(error))
    return copied.pipe(through)
  })
}

/** In the order of its key, so that the same rows are the same text. */
function copyStatement({ schema, name, columns, key }: KeptTable): string {
  const names = (list: readonly string[]) => list.map((column) => escapeIdentifier(column)).join(', ')
  const from = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
  return `copy (select ${names(columns)} from ${from} order by ${names(key.length > 0 ? key : columns)}) to stdout (format csv, header)`
}

/** The lines of a CSV: line feeds outside of quotes. */
function countLines() {
  let lines = 0
  let quoted = false
  return {
    see: (chunk: Buffer) => {
      for (const byte of chunk) {
        if (byte === 0x22) quoted = !quoted
        else if (byte === 0x0a && !quoted) lines += 1
      }
    },
    counted: () => lines,
  }
}

/** A content is kept under its hash: whoever restores it can tell whether it is the same. */
function addContent(zip: yazl.ZipFile, files: FileFolder, sha256: string, manifest: Manifest): void {
  const path = contentPath(files, sha256)
  if (!existsSync(path)) return void manifest.missingFiles.push(sha256)
  manifest.files.push({ sha256, size: statSync(path).size })
  // Photos and office files are packed already.
  zip.addFile(path, fileEntryName(sha256), { compress: false })
}
