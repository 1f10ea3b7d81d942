/** What can go wrong with the embedded server, as words a caller may translate. */
export type EmbeddedProblemCode =
  | 'no-program' // no PostgreSQL for this machine is installed
  | 'program-broken' // it is installed and does not run
  | 'no-account' // there is no system user PostgreSQL could run as
  | 'folder-closed' // that user cannot enter the folders above the data folder
  | 'folder-refused' // the file system refused a step (rights, space, read-only)
  | 'folder-is-mount' // the data folder is itself a mount point
  | 'foreign-owner' // the data folder belongs to another user
  | 'not-a-cluster' // the data folder holds other files
  | 'other-version' // the data were made by another major version
  | 'setting-refused' // the caller's setting would break safety
  | 'in-use' // a living app uses this data folder
  | 'foreign-server' // a server that we did not start uses it
  | 'init-failed'
  | 'start-failed'
  | 'will-not-stop'

/** A reason why the embedded server cannot start or stop, told in one plain sentence. */
export class EmbeddedProblem extends Error {
  override readonly name = 'EmbeddedProblem'
  readonly code: EmbeddedProblemCode

  constructor(code: EmbeddedProblemCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'ENAMETOOLONG'])

/** Turns a refusal of the file system into a problem; everything else stays what it is. */
export function explainRefusal(error: unknown): unknown {
  if (error instanceof EmbeddedProblem || !(error instanceof Error)) return error
  const { code, path } = error as NodeJS.ErrnoException
  if (code === undefined || !refusals.has(code)) return error
  return new EmbeddedProblem('folder-refused', `The system refused ${path ?? 'a file'}: ${error.message}.`, {
    cause: error,
  })
}
