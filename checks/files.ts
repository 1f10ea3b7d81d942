import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder of the project. */
export const top = dirname(dirname(fileURLToPath(import.meta.url)))

/** The files of the project by name: those that git knows or would take up. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\0').filter((name) => name !== '' && existsSync(`${top}/${name}`))
}
