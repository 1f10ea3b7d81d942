import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { readConfig } from '@anzhi/server'
import { describe, expect, it } from 'vitest'
import { explain } from './explain.ts'
import { UsageError } from './io.ts'
import { readPacks } from './packs.ts'

/** What a person reads when a command ends in this way, and its status. */
async function told(work: () => unknown): Promise<{ status: number; err: string }> {
  let err = ''
  const write = (text: string) => {
    err += text
  }
  const io = { stdin: Readable.from([]), stdout: { write }, stderr: { write } }
  try {
    await work()
  } catch (error) {
    return { status: explain(error, io), err }
  }
  throw new Error('nothing went wrong')
}

describe('a command that could not do its work', () => {
  it('says how it is called, and ends with 2, when it was called wrongly', async () => {
    const misread = await told(() => parseArgs({ args: ['--bogus'], options: {} }))
    expect(misread.status).toBe(2)
    expect(misread.err).toMatch(/^Unknown option '--bogus'.*\n$/)
    expect(await told(() => Promise.reject(new UsageError('like this')))).toEqual({
      status: 2,
      err: 'like this\n',
    })
  })

  it('says in one line which setting or folder is wrong', async () => {
    expect(await told(() => readConfig({ ANZHI_PORT: 'abc' }))).toEqual({
      status: 1,
      err: 'not a port: abc\n',
    })
    const { status, err } = await told(() => writeFile('/no/such/folder/report.docx', ''))
    expect([status, err.split('\n').length]).toEqual([1, 2])
    expect(err).toContain('/no/such/folder/report.docx')
    expect(await told(() => readPacks(['/no/such/pack']))).toEqual({
      status: 2,
      err: 'no pack.ts and no pack.json in /no/such/pack\n',
    })
  })

  it('says that a port is taken, and what to do', async () => {
    const first = createServer()
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve))
    const { port } = first.address() as { port: number }
    const second = () =>
      new Promise((_resolve, reject) => createServer().once('error', reject).listen(port, '127.0.0.1'))
    const { status, err } = await told(second)
    expect([status, err]).toEqual([
      1,
      `port ${port} is taken by another program; choose another with --port N\n`,
    ])
    await new Promise((resolve) => first.close(resolve))
  })

  it('shows where in the program it happened when nobody foresaw it', async () => {
    const { status, err } = await told(() => (undefined as unknown as { x: { y: 1 } }).x.y)
    expect(status).toBe(1)
    expect(err).toContain('explain.test.ts')
  })
})
