import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { top } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'anzhi-results-'))
const bin = (name: string) => `${top}/node_modules/.bin/${name}`

interface Results {
  numPassedTests: number
  numFailedTests: number
  success: boolean
}

/** Everything: the checks, all tests, and the server's once more on the oldest PostgreSQL that is served. */
function main(): number {
  const checked =
    spawnSync(bin('tsx'), [join(top, 'checks', 'run.ts')], { cwd: top, stdio: 'inherit' }).status === 0
  const runs = [
    run('all', [], {}),
    run('postgres-15', ['--project', 'server'], { ANZHI_TEST_POSTGRES: '15' }),
  ]
  const passed = runs.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0)
  // A check that failed, or a file that could not even be read, is a failure too.
  const broken =
    runs.filter(({ success, numFailedTests }) => !success && numFailedTests === 0).length + (checked ? 0 : 1)
  const failed = runs.reduce((sum, { numFailedTests }) => sum + numFailedTests, broken)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function run(name: string, args: string[], env: Record<string, string>): Results {
  const output = join(folder, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const { status } = spawnSync(bin('vitest'), ['run', ...args, ...reporters], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const results = readResults(output)
  return { ...results, success: results.success && status === 0 }
}

function readResults(output: string): Results {
  try {
    return JSON.parse(readFileSync(output, 'utf8')) as Results
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, success: false }
  }
}

const status = main()
rmSync(folder, { recursive: true, force: true })
process.exit(status)
