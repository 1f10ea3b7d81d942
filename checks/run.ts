import { spawnSync } from 'node:child_process'
import { top } from './files.ts'

/** Format, lint, types, unused code, layers and documents, in this order; the first that fails ends it. */
const checks: [name: string, command: string[]][] = [
  ['format and lint', ['biome', 'ci', '--error-on-warnings', '.']],
  ['types', ['tsc', '-b']],
  ['unused code', ['knip']],
  ['layers and documents', ['vitest', 'run', '--project', 'pure', 'checks/']],
]

for (const [name, [program, ...args]] of checks) {
  const started = Date.now()
  const { status } = spawnSync(`${top}/node_modules/.bin/${program}`, args, { cwd: top, stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`check failed: ${name}\n`)
    process.exit(1)
  }
  process.stdout.write(`${name}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
}
