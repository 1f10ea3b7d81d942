import { spawn } from 'node:child_process'

/** The system user that PostgreSQL runs as; `apart` when it is another one than the app's own (the app is root). */
export interface Account {
  name: string
  uid: number
  gid: number
  apart: boolean
}

/** How a short program ended. `code` is undefined when it did not start or was killed. */
export interface Outcome {
  code: number | undefined
  output: string
  complaint: string
}

/**
 * The whole environment of everything started here. PG* variables, LD_LIBRARY_PATH and the like of the caller would
 * change what the programs do; messages stay English so that they can be searched for.
 */
export const plainEnvironment: Record<string, string> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Options of `spawn` that give up the app's rights for the account's. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account?.apart ? { uid: account.uid, gid: account.gid } : {}
}

/** Runs a short program to its end, as the app itself or as an account; never rejects. */
export function runCommand(file: string, args: string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...asAccount(account),
      cwd: '/', // the account may be shut out of the app's own folder
      env: plainEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let complaint = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()))
    child.on('error', (error) => resolve({ code: undefined, output, complaint: error.message }))
    child.on('close', (code) => resolve({ code: code ?? undefined, output, complaint }))
  })
}

/**
 * Deletes a folder that the account owns, with the account's rights only: root walking through a folder of a lesser
 * user could be led out of it by a link put there in the meantime.
 */
export async function removeAs(account: Account, folder: string): Promise<void> {
  await runCommand('rm', ['-rf', folder], account)
}
