import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const port = 7791
const rounds = 5

/** First start, later starts and memory at rest of the demonstration, each median of some rounds. */
async function main(): Promise<void> {
  const first: number[] = []
  const later: number[] = []
  const memory: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'anzhi-bench-'))
    chmodSync(folder, 0o755)
    first.push(await timeStart(join(folder, 'data')))
    later.push(await timeStart(join(folder, 'data'), memory))
    rmSync(folder, { recursive: true, force: true })
  }
  const line = (name: string, values: number[], unit: string) =>
    `${name}: ${median(values)} ${unit} (${Math.min(...values)}-${Math.max(...values)})\n`
  process.stdout.write(
    line('first start', first, 'ms') +
      line('later start', later, 'ms') +
      line('memory at rest', memory, 'MB'),
  )
}

async function timeStart(dataDir: string, memory?: number[]): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, ['cli/anzhi.js', 'demo', '--data', dataDir, '--port', String(port)], {
    cwd: home,
    stdio: 'ignore',
  })
  while (!(await pageIsThere())) await pause(10)
  const taken = Math.round(performance.now() - started)
  if (memory !== undefined) {
    await pause(3_000)
    memory.push(Math.round(treeMemory(child.pid!)))
  }
  await stop(child)
  return taken
}

async function pageIsThere(): Promise<boolean> {
  try {
    return (
      (await fetch(`http://127.0.0.1:${port}/`)).ok && (await fetch(`http://127.0.0.1:${port}/api/ready`)).ok
    )
  } catch {
    return false
  }
}

/** The memory of a process and all below it, in MB: shared pages are divided among those who share them (PSS). */
function treeMemory(pid: number): number {
  const parents = new Map(
    readdirSync('/proc').flatMap((name): [number, number][] => {
      if (!/^\d+$/.test(name)) return []
      try {
        return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))![1])]]
      } catch {
        return []
      }
    }),
  )
  const isBelow = (id: number): boolean => id === pid || (parents.has(id) && isBelow(parents.get(id)!))
  return [...parents.keys()].filter(isBelow).reduce((sum, id) => sum + pss(id), 0)
}

function pss(pid: number): number {
  try {
    return Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

await main()
