import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PackSource } from '@anzhi/engine/pack'
import { startServer } from '@anzhi/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packCommand } from './pack.ts'
import { readPacks } from './packs.ts'
import { configOf } from './serve.ts'

let folder: string
let data: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzhi-cli-pack-'))
  // Run as root, PostgreSQL is another user, who has to come through.
  await chmod(folder, 0o755)
  data = join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The standard packs as files, the first of them with a change. */
async function written(change: (base: PackSource) => void): Promise<string[]> {
  const packs = await readPacks()
  change(packs[0]!)
  const paths = packs.map(({ id }) => join(folder, `${id}.json`))
  for (const [i, path] of paths.entries()) await writeFile(path, JSON.stringify(packs[i]))
  return paths
}

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const told = { out: '', err: '' }
  const into = (name: 'out' | 'err') => ({
    write: (text: string) => {
      told[name] += text
    },
  })
  const io = { stdin: process.stdin, stdout: into('out'), stderr: into('err') }
  const status = await packCommand([...args, '--data', data], io)
  return { status, ...told }
}

/** The register of sites with a field more. */
const withField = (base: PackSource) => {
  base.registers!.site!.fields.lastSeen = { type: 'date' }
  base.words.zh['field.site.lastSeen'] = base.words.en['field.site.lastSeen'] = 'seen'
}

const start = async () =>
  startServer({ config: configOf(data, { port: '0' }, 'silent'), packs: await readPacks(), listen: false })

test('packs are compared and changed through the running server, and in the database when none runs', async () => {
  const running = await start()
  const paths = await written(withField)
  try {
    const planned = await run('plan', ...paths)
    expect(planned).toMatchObject({ status: 0, err: '' })
    expect(planned.out).toContain('数据表 site：新增列 last_seen（date）')
    expect(planned.out).not.toContain('已更换')
    const applied = await run('apply', ...paths, '--language', 'en')
    expect(applied).toMatchObject({ status: 0, err: '' })
    expect(applied.out).toMatch(/table site: new column last_seen \(date\)\n.*done\n$/s)
    expect(running.house.pack.registers.site!.fields).toHaveProperty('lastSeen')
    const again = await run('plan', ...paths)
    expect(again.out).toContain('数据包没有变化')
    const stranger = await run('apply', ...paths, '--as', 'nobody')
    expect(stranger).toMatchObject({ status: 1, out: '', err: 'signedOut\n' })
    const unsound = await run('plan', ...(await written((base) => delete base.words.zh['register.site'])))
    expect(unsound).toMatchObject({
      status: 1,
      err: 'base/words/zh/register.site: missingWord: (register.site)\n',
    })
  } finally {
    await running.stop()
  }
  const down = await run('plan', ...(await written(withField)))
  expect(down).toMatchObject({ status: 0, err: '' })
  expect(down.out).toContain('数据包没有变化')
  const back = await run('apply', ...(await written(() => {})))
  expect(back).toMatchObject({ status: 0, err: '' })
  expect(back.out).toMatch(/数据表不变\n已更换\n$/)
})

test('what is asked wrongly is told how to ask', async () => {
  await expect(run('plan', '--language', 'la')).rejects.toThrow(/anzhi pack plan\|apply/)
  await expect(packCommand(['apply', '--data', join(folder, 'nowhere')], process)).rejects.toThrow(
    /no installation/,
  )
})
