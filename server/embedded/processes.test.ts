import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { findProcess, listByPs, listProcesses, signal, waitGone } from './processes.ts'
import { canRun, isLinux } from './trial/stand.ts'

const uid = process.geteuid?.() ?? 0

it('tells what a process runs, under whom and as whom, until it is gone', async () => {
  const child = spawn('sleep', ['600'])
  const found = await findProcess(child.pid!)
  expect(found).toMatchObject({ pid: child.pid, parent: process.pid, uid, dead: false, command: 'sleep 600' })
  expect((await listProcesses(uid)).map(({ pid }) => pid)).toContain(child.pid)
  expect(await waitGone([child.pid!], 50)).toBe(false)
  signal(child.pid!, 'SIGTERM')
  expect(await waitGone([child.pid!], 10_000)).toBe(true)
  await new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) ? resolve(0) : child.on('exit', resolve),
  )
  expect(await findProcess(child.pid!)).toBeUndefined()
  expect(() => signal(child.pid!, 'SIGTERM')).not.toThrow()
})

it.runIf(isLinux && canRun('ps', '-p', '1'))('tells the same by ps, for systems without /proc', async () => {
  const child = spawn('sleep', ['600'])
  const { pid, parent, dead, command } = (await findProcess(child.pid!))!
  expect(await listByPs(['-p', String(child.pid)])).toEqual([{ pid, parent, uid, dead, command }])
  child.kill()
})
