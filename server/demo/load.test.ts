import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { garden } from '../testing/garden.ts'
import { neighbours } from '../testing/neighbours.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { done } from '../testing/work.ts'
import { type Demonstration, loadDemonstration } from './load.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

const found: Demonstration['acts'][number] = {
  as: 'mo',
  register: 'fault',
  record: 'far-fault',
  act: 'create',
  day: '2022-10-30',
  values: {
    what: '水管漏水',
    grade: 'minor',
    plot: { id: '@far-plot' },
    foundBy: { id: '@far-office' },
    before: ['@file:far-photo'],
  },
}

test('what has been loaded is not loaded again', async () => {
  const before = await office.census()
  await loadDemonstration(office.house, garden)
  expect(await office.census()).toEqual(before)
})

test('a demonstration that cannot be played leaves nothing, and says where it stopped', async () => {
  const before = await office.census()
  const future = { ...found, day: '2022-11-30', values: { ...found.values, grade: 'grave' } }
  const broken = { ...neighbours, acts: [...neighbours.acts, future] }
  await expect(loadDemonstration(office.house, broken)).rejects.toThrow(
    /create on fault far-fault by mo: .*notOption/,
  )
  const stranger = { ...neighbours, acts: [...neighbours.acts, { ...found, as: 'nobody' }] }
  await expect(loadDemonstration(office.house, stranger)).rejects.toThrow(/no account nobody/)
  expect(await office.census()).toEqual(before)
})

test('a demonstration is played by its own people, through the acts of every day', async () => {
  await loadDemonstration(office.house, { ...neighbours, acts: [...neighbours.acts, found] })
  const gao = await office.as('gao')
  const { records } = done(await gao.get('/api/registers/fault/records'))
  expect(records).toMatchObject([{ state: 'found', version: 1, values: { number: 'YD-2022-1' } }])
  const { events } = done(await gao.get(`/api/registers/fault/records/${records[0]!.id}/history`))
  expect(events).toMatchObject([{ act: 'create', day: '2022-10-30', by: { name: '莫问' } }])
  const [photo] = records[0]!.values.before as string[]
  expect((await gao.get(`/api/files/${photo}`)).headers['content-type']).toBe('image/png')
  expect((await (await office.as('lin')).get(`/api/files/${photo}`)).status).toBe(404)
})
