import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Body, type Caller, type Office, openOffice } from '../testing/office.ts'
import { playSeason } from '../testing/season.ts'
import { done, refusals } from '../testing/work.ts'

/**
 * The season, with 东园修缮组 moved from the east to the west on 6 October. By hand, found along the finder: east A B C D
 * (4), west F (1). Along the owner, each placed by the day it was found: B (4 October, team, then the east's), C (6 October,
 * team, the west's), F (west itself); A and D were given to nobody.
 */
let office: Office
let lin: Caller
const id: Record<string, string> = {}

beforeAll(async () => {
  office = await openOffice()
  await playSeason(office)
  for (const name of ['园务处', '东园', '西园', '东园修缮组']) id[name] = await office.idOf('organ', name)
  lin = await office.as('lin')
  const qin = await office.as('qin')
  const values = { parent: { id: id.西园 } }
  const moved = { id: id.东园修缮组!, version: 1, values, day: '2022-10-06' }
  done(await qin.act('organ', 'move', moved))
})
afterAll(() => office.close())

const figure = async (indicator: string, query: string) =>
  done(await lin.get(`/api/figures/${indicator}?${query}`)).figure.value

async function parts(indicator: string, query: string): Promise<unknown[][]> {
  const answer = await lin.get(`/api/figures/${indicator}/parts?${query}`)
  const body = done(answer) as Body & { parts: { title: string | null; figure: { value: string | null } }[] }
  return body.parts.map(({ title, figure: { value } }) => [title, value])
}

describe('a figure of one organ', () => {
  test.each([
    ['faultsFound', '园务处', 'foundBy', '5'],
    ['faultsFound', '东园', 'foundBy', '4'],
    ['faultsFound', '西园', 'foundBy', '1'],
    ['faultsFound', '东园修缮组', 'foundBy', '0'],
    ['faultsFound', '园务处', 'owner', '3'],
    ['faultsFound', '东园', 'owner', '1'],
    ['faultsFound', '西园', 'owner', '2'],
    ['faultsFound', '东园修缮组', 'owner', '2'],
    ['visits', '东园', 'foundBy', '4'],
    ['people', '西园', 'foundBy', '4'],
    // Of the four that the east found, B was looked at and D mended at once.
    ['mendedRate', '东园', 'foundBy', '50.0'],
    // A stock is told by the tree of its day: on 31 October the team is the west's.
    ['openFaults', '西园', 'owner', '2'],
    ['openFaults', '东园', 'owner', '0'],
  ])('%s of %s along %s are %s', async (indicator, name, axis, value) => {
    expect(await figure(indicator, `node=${id[name]}&axis=${axis}`)).toBe(value)
  })

  test('as of a day before the move is told by the tree of that day', async () => {
    expect(await figure('openFaults', `node=${id.东园}&axis=owner&asOf=2022-10-05&to=2022-10-05`)).toBe('1')
  })

  test('shows its records, and nobody else’s', async () => {
    const page = done(await lin.get(`/api/figures/faultsFound/records?node=${id.西园}&axis=owner`))
    expect(page.records.map(({ title }) => title.replace(/^\S+ /, ''))).toEqual(['水管漏水', '水渠淤塞'])
    const { footing } = done(await lin.get(`/api/figures/faultsFound?node=${id.西园}&axis=owner`))
    expect(footing).toMatchObject([{ records: 2, total: '2', node: { id: id.西园, axis: 'owner' } }])
  })

  test('is not told where nothing leads there', async () => {
    const { figures } = done(await lin.get(`/api/figures?node=${id.东园}`))
    const told = figures.map(({ indicator }) => indicator)
    expect(told).toEqual(expect.arrayContaining(['visits', 'faultsFound', 'mendedRate', 'plots', 'tools']))
    const section = done(await lin.get('/api/registers/section/records'))
    expect(section.records).toEqual([])
    const nowhere = await lin.get('/api/figures/visits?node=0190a6f0-0000-7000-8000-000000000001')
    expect(refusals(nowhere)).toEqual(['notFound node'])
    expect(refusals(await lin.get('/api/figures/visits/parts?tree=section'))).toEqual(['noSuchAxis node'])
  })
})

describe('a figure by organs', () => {
  test('is told in the official order, with what stands at the node itself last, and makes up the whole', async () => {
    expect(await parts('faultsFound', `node=${id.园务处}&axis=foundBy`)).toEqual([
      ['东园', '4'],
      ['西园', '1'],
    ])
    expect(await parts('faultsFound', `node=${id.西园}&axis=owner`)).toEqual([
      ['东园修缮组', '1'],
      [null, '1'],
    ])
    expect(await parts('faultsFound', `node=${id.东园}&axis=owner`)).toEqual([['东园修缮组', '1']])
  })

  test('without a node is told by those at the top, and by what stands nowhere', async () => {
    expect(await parts('faultsFound', 'axis=owner')).toEqual([
      ['园务处', '3'],
      [null, '2'],
    ])
    expect(await parts('mendedRate', 'axis=foundBy')).toEqual([['园务处', '40.0']])
  })

  test('has parts that may be asked for by themselves', async () => {
    const part = `node=${id.东园修缮组}&axis=owner&below=${id.西园}`
    expect(await figure('faultsFound', part)).toBe('1')
    expect(await figure('faultsFound', `node=${id.西园}&axis=owner&alone=true`)).toBe('1')
    expect(await figure('faultsFound', `node=${id.园务处}&axis=owner&below=top`)).toBe('3')
  })

  test('is over what its reader sees', async () => {
    const bai = await office.as('bai')
    const read = await bai.get(`/api/figures/faultsFound?node=${id.园务处}&axis=foundBy`)
    // Her own, and C, which the team has that is hers now; B it has as well.
    expect(done(read).figure.value).toBe('3')
  })
})
