import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface DemoServer {
  url: string
  stop: () => Promise<void>
}

/** The demonstration as anybody starts it, with the application built anew, on a free port and in its own folder. */
export async function startDemo(): Promise<DemoServer> {
  await buildWeb()
  const folder = await mkdtemp(join(tmpdir(), 'anzhi-walk-'))
  // Run as root, PostgreSQL is another user, who has to come through.
  await chmod(folder, 0o755)
  const args = [join(root, 'cli', 'anzhi.js'), 'demo', '--data', folder, '--port', '0']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await urlOf(child)
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** As it ships: in a process of its own, for inside a test run everything would be built for development. */
async function buildWeb(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', 'web', '--logLevel', 'error'], {
    cwd: root,
    env,
  })
}

/** The address that the server says once it is there; what it said instead when it is not. */
function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString()
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`the demonstration did not start:\n${said}`)))
  })
}
