import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { ArchiveProblem, type Manifest, manifestName, packName } from './manifest.ts'

export interface Archive {
  manifest: Manifest
  /** The composed pack by which its tables were made. */
  pack: unknown
  open: (name: string) => Promise<Readable>
  close: () => void
}

// A manifest of a hundred thousand files is about 12 MB.
const largestText = 256 * 1024 * 1024

/** Opens an archive and reads what it says of itself. Problem: `ArchiveProblem` when it is none, or only a part. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path)
  try {
    const entries = await readEntries(zip)
    const open = async (name: string) => {
      const entry = entries.get(name)
      if (entry === undefined) throw new ArchiveProblem(`the archive has no ${name}`)
      return promisify(zip.openReadStream.bind(zip) as OpenEntry)(entry)
    }
    const manifest = manifestOf(await readJson(open, manifestName))
    return { manifest, pack: await readJson(open, packName), open, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

type OpenEntry = (entry: yauzl.Entry, done: (error: Error | null, stream: Readable) => void) => void

async function openZip(path: string): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false }
  return new Promise((resolve, reject) =>
    yauzl.open(path, options, (error, zip) =>
      error === null ? resolve(zip) : reject(new ArchiveProblem(`${path} cannot be read: ${error.message}`)),
    ),
  )
}

function readEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => reject(new ArchiveProblem(error.message)))
    zip.readEntry()
  })
}

async function readJson(open: Archive['open'], name: string): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await open(name)) {
    size += (chunk as Buffer).length
    if (size > largestText) throw new ArchiveProblem(`${name} is too large`)
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new ArchiveProblem(`${name} is no JSON`)
  }
}

function manifestOf(found: unknown): Manifest {
  const manifest = found as Manifest
  if (manifest?.format !== 1) throw new ArchiveProblem('this is no archive that this version knows')
  return manifest
}
