import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Io } from './io.ts'
import { home, webFolder } from './place.ts'

/** Builds the web application; run by `npm ci`. Without its build tools (`--omit=dev`) there is nothing to do. */
export async function prepareCommand(_args: string[], io: Io): Promise<number> {
  if (viteProgram() === undefined) {
    io.stdout.write('web application not built: its build tools are not installed\n')
    return 0
  }
  return buildWeb()
}

/** For a checkout whose install scripts did not run. */
export async function buildWebIfMissing(io: Io): Promise<void> {
  if (existsSync(join(webFolder, 'index.html'))) return
  io.stdout.write('正在构建网页 building the web application …\n')
  await prepareCommand([], io)
}

function viteProgram(): string | undefined {
  try {
    const manifest = createRequire(join(home, 'web', 'package.json')).resolve('vite/package.json')
    return join(dirname(manifest), 'bin', 'vite.js')
  } catch {
    return undefined
  }
}

function buildWeb(): Promise<number> {
  const vite = spawn(process.execPath, [viteProgram()!, 'build', 'web', '--logLevel', 'warn'], {
    cwd: home,
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    vite.once('error', reject)
    vite.once('exit', (code) => resolve(code ?? 1))
  })
}
