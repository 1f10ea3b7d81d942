/** What an archive holds, so that whoever opens it can tell whether it is whole. The last entry of the archive. */
export interface Manifest {
  format: 1
  /** What it is for: `backup` can be restored; `export` leaves out what only this installation may know. */
  purpose: Purpose
  takenAt: string
  /** How many of the product's own schema steps had been taken. */
  steps: number
  packVersion: string
  tables: TableEntry[]
  files: { sha256: string; size: number }[]
  /** Contents that records name and that were not there to be copied. */
  missingFiles: string[]
}

export type Purpose = 'backup' | 'export'

export interface TableEntry {
  schema: 'anzhi' | 'ledger'
  name: string
  columns: string[]
  rows: number
  /** Of the CSV. */
  sha256: string
}

export const manifestName = 'manifest.json'
export const packName = 'definitions/pack.json'

export function tableEntryName({ schema, name }: Pick<TableEntry, 'schema' | 'name'>): string {
  return `tables/${schema}.${name}.csv`
}

export function fileEntryName(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`
}

/** An archive that cannot be restored, in words. */
export class ArchiveProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ArchiveProblem'
  }
}
