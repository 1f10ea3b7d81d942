import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { home } from './place.ts'

/** Server and web for whoever works on them: both start again, or reload, when their files change. */
function main(): void {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli')
  const vite = join(
    dirname(createRequire(join(home, 'web', 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  const program = join(home, 'cli', 'anzhi.js')
  const watched = [
    '--include',
    join(home, 'packs', '**', '*'),
    '--include',
    join(home, 'server', '**', '*.ts'),
  ]
  const children = [
    spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', ...watched, program, 'demo'], {
      cwd: home,
      stdio: 'inherit',
    }),
    spawn(process.execPath, [vite, 'web'], { cwd: home, stdio: 'inherit' }),
  ]
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal)
    })
  }
}

main()
