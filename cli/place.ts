import { existsSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program: the checkout, or wherever it was installed. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Where an installation's data live unless said: in `.anzhi` of the working folder. As root PostgreSQL runs as
 * another user, who cannot come into root's own home: there it is /var/lib/anzhi.
 */
export function defaultData(name: 'data' | 'demo', cwd = process.cwd()): string {
  const here = resolve(cwd, '.anzhi', name)
  return process.getuid?.() === 0 && !othersMayEnter(cwd) ? join('/var/lib/anzhi', name) : here
}

function othersMayEnter(folder: string): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false
    if (path === parse(path).root) return true
  }
}

/** The data of the office if there are any, else those of the demonstration. */
export function dataThere(env = process.env): string {
  if (env.ANZHI_DATA !== undefined) return resolve(env.ANZHI_DATA)
  const office = defaultData('data')
  return existsSync(office) ? office : defaultData('demo')
}

/** The built web application, whether it has been built or not. */
export const webFolder = join(home, 'build', 'web')
