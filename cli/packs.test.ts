import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPacks } from './packs.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('reads what people write, not the JSON that was built of it some time ago', async () => {
  await writeFile(join(folder, 'pack.json'), '{"id":"old"}')
  expect(await readPacks([folder])).toEqual([{ id: 'old' }])
  await writeFile(join(folder, 'pack.ts'), "export default { id: 'new' }\n")
  expect(await readPacks([folder])).toEqual([{ id: 'new' }])
  expect(await readPacks([join(folder, 'pack.json')])).toEqual([{ id: 'old' }])
})

it('names the file that is no pack', async () => {
  const broken = join(folder, 'broken.json')
  await writeFile(broken, '{nope')
  await expect(readPacks([broken])).rejects.toThrow(`${broken}: `)
  const silent = join(folder, 'silent.ts')
  await writeFile(silent, 'export const pack = 1\n')
  await expect(readPacks([silent])).rejects.toThrow(`${silent}: exports no pack as its default`)
})
