import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { claimPlace } from './claim.ts'
import { settlePlace } from './place.ts'
import { ask, isAlive, makeStand, type Stand } from './trial/stand.ts'

let stand: Stand
beforeEach(() => {
  stand = makeStand()
})
afterEach(() => stand.clear())

it('gives the data folder to one of two apps that start at the same time', async () => {
  const reports = await Promise.all([stand.app(), stand.app(), stand.app()])
  const running = reports.filter(({ problem }) => !problem)
  expect(running).toHaveLength(1)
  expect(reports.map(({ problem }) => problem?.code).filter(Boolean)).toEqual(['in-use', 'in-use'])
  expect(await ask(running[0]!.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await running[0]!.stop()
})

it('tells a second start of the same process, and leaves the first server running', async () => {
  const server = await stand.start()
  await expect(stand.start()).rejects.toMatchObject({
    name: 'EmbeddedProblem',
    code: 'in-use',
    message: expect.stringContaining(stand.dataDir),
  })
  expect(isAlive(server.pid)).toBe(true)
  await server.stop()
  expect(isAlive((await stand.start()).pid)).toBe(true)
})

it('knows one data folder under two paths', async () => {
  symlinkSync(stand.folder, join(stand.folder, 'again'))
  const claim = await claimPlace(await settlePlace(stand.dataDir))
  const second = claimPlace(await settlePlace(join(stand.folder, 'again', 'data')))
  await expect(second).rejects.toMatchObject({ code: 'in-use' })
  await claim.release()
})

it('ends with its process', async () => {
  const app = await stand.app()
  const place = await settlePlace(stand.dataDir)
  await expect(claimPlace(place)).rejects.toMatchObject({ code: 'in-use' })
  await app.kill()
  const claim = await claimPlace(place)
  await claim.release()
})

it('lets two data folders be used side by side', async () => {
  const [one, two] = await Promise.all([stand.start(), stand.start({ dataDir: join(stand.folder, 'data2') })])
  expect(await ask(one.url('postgres'), 'show data_directory')).toEqual([{ data_directory: one.dataDir }])
  expect(await ask(two.url('postgres'), 'show data_directory')).toEqual([{ data_directory: two.dataDir }])
})
