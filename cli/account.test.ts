import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Running, startServer } from '@anzhi/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountCommand } from './account.ts'
import { initCommand } from './init.ts'
import { readPacks } from './packs.ts'
import { configOf } from './serve.ts'

let folder: string
let running: Running | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzhi-account-'))
  // Run as root, PostgreSQL is another user, who has to come through.
  await chmod(folder, 0o755)
})
afterAll(async () => {
  await running?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a command over the installation of this file, and gives its status and all that it said. */
async function run(command: typeof accountCommand, ...args: string[]): Promise<[number, string]> {
  let said = ''
  const sink = { write: (text: string) => (said += text) }
  const io = { stdin: Readable.from([]), stdout: sink, stderr: sink }
  return [await command([...args, '--data', join(folder, 'data')], io), said]
}

const passwordIn = (said: string) => /password: (\S+)/.exec(said)![1]!

async function signIn(password: string): Promise<{ status: number; passwordExpired?: boolean }> {
  const answer = await fetch(`${running!.url}/api/session`, {
    method: 'POST',
    headers: { 'x-anzhi': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'qin', password }),
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}

it('gives the administrator of a new office another password, whether the server is running or not', async () => {
  const office = [
    '--district',
    '990903',
    '--name',
    '新禾园区',
    '--office',
    '园务处',
    '--person',
    '秦朗',
    '--user',
    'qin',
  ]
  const [made, first] = await run(initCommand, ...office)
  expect(made).toBe(0)
  // No server runs: the command starts one for itself.
  const [status, second] = await run(accountCommand, 'reset', 'qin')
  expect(status).toBe(0)
  const config = configOf(join(folder, 'data'), { port: '0' }, 'silent')
  running = await startServer({ config, packs: await readPacks() })
  expect(await signIn(passwordIn(first))).toMatchObject({ status: 401 })
  expect(await signIn(passwordIn(second))).toMatchObject({ status: 200, passwordExpired: true })
  const [again, third] = await run(accountCommand, 'reset', 'qin')
  expect(again).toBe(0)
  expect(await signIn(passwordIn(second))).toMatchObject({ status: 401 })
  expect(await signIn(passwordIn(third))).toMatchObject({ status: 200 })
  expect(await run(accountCommand, 'reset', 'nobody')).toEqual([
    1,
    'there is no open account of this user name (nobody)\n',
  ])
})

it.each([[[]], [['reset']], [['remove', 'qin']], [['reset', 'qin', 'lin']]])(
  'says how it is called: %j',
  (args) => expect(run(accountCommand, ...args)).rejects.toThrow('anzhi account reset USER'),
)
