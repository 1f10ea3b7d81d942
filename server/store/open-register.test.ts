import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import { done, refusals } from '../testing/work.ts'

let office: Office
const ids: Record<string, string> = {}

/**
 * Three tools. East: a spade at D-01 (2.4 kg, reach 1.2 m, 30.5 kg of compost beside it, two bags too many) and a
 * barrow at D-02 (11.25 kg, reach 1.6 m, 12 L of lime wash, lent to the west). West: shears (0.6 kg, reach 0.4 m,
 * 9.5 kg of compost, five bags owed, in use since February, lent to somebody who is only named).
 */
beforeAll(async () => {
  office = await openOffice()
  const [he, bai] = [await office.as('he'), await office.as('bai')]
  const at = async (code: string) => ({ division: { id: await office.idOf('plot', code) } })
  const organ = async (name: string) => ({ id: await office.idOf('organ', name) })
  const kg = (amount: string) => ({ amount, unit: '千克' })
  const reach = (amount: string) => ({ amount, unit: '米' })
  const spade = {
    ...{ label: '东园〔2021〕3号', name: '铁锹', garden: await organ('东园'), uses: ['dig'], weight: '2.4' },
    ...{ reach: reach('1.2'), held: kg('30.5'), balance: { amount: '-2', unit: 'bag' } },
    ...{ keptAt: await at('D-01'), usedFrom: '2022-03' },
  }
  const barrow = {
    ...{
      label: '东园〔2021〕4号',
      name: '手推车',
      garden: await organ('东园'),
      uses: ['carry'],
      weight: '11.25',
    },
    ...{
      reach: reach('1.6'),
      held: { amount: '12', unit: '升' },
      keptAt: await at('D-02'),
      usedFrom: '2022-04',
    },
    ...{ lentTo: { register: 'organ', ...(await organ('西园')) }, lentAt: '2022-10-30T09:05:00+08:00' },
  }
  const shears = {
    ...{
      label: '西园[2020]1号',
      name: '修枝剪',
      garden: await organ('西园'),
      uses: ['dig', 'prune'],
      weight: '0.6',
    },
    ...{ reach: reach('0.4'), held: kg('9.5'), balance: { amount: '5', unit: 'bag' }, usedFrom: '2022-02' },
    ...{
      keptAt: { address: '西园门房' },
      lentTo: { register: 'person', text: '韦某' },
      lentAt: '2022-10-30T01:00:00Z',
    },
  }
  ids.spade = done(await he.act('tool', 'create', { values: spade })).id
  ids.barrow = done(await he.act('tool', 'create', { values: barrow })).id
  ids.shears = done(await bai.act('tool', 'create', { values: shears })).id
})
afterAll(() => office.close())

test.each(['lin', 'he', 'bai', 'zhou', 'tao'])('%s sees every tool of an open register', async (who) => {
  const caller = await office.as(who)
  const { records } = done(await caller.get('/api/registers/tool/records'))
  expect(records.map(({ id }) => id)).toEqual([ids.spade, ids.barrow, ids.shears])
  for (const id of Object.values(ids))
    expect((await caller.get(`/api/registers/tool/records/${id}`)).status).toBe(200)
})

test.each([
  ['tools', '3'],
  ['toolWeight', '14.25'],
  ['heldByWeight', '40'],
  ['heldByVolume', '12'],
  ['bagsOwed', '3'],
  ['plotsWithTools', '2'],
  // 西园; whom nobody has found in a register is not told apart.
  ['borrowers', '1'],
  // The barrow is too long, the shears are older.
  ['diggingTools', '1'],
])('%s are %s, counted by hand', async (indicator, value) => {
  for (const who of ['lin', 'bai']) {
    const read = done(await (await office.as(who)).get(`/api/figures/${indicator}`))
    expect([read.figure.value, read.footing.map(({ total }) => total)]).toEqual([value, [value]])
  }
})

test('a link into another register is looked up there, and a title is told from there', async () => {
  const he = await office.as('he')
  const west = await office.idOf('organ', '西园')
  const read = done(await he.get(`/api/registers/tool/records/${ids.barrow}`))
  expect(read.titles.organ![west]).toBe('西园')
  const wrong = { lentTo: { register: 'person', id: west } }
  const answer = await he.act('tool', 'correct', { id: ids.spade!, version: 1, values: wrong })
  expect(refusals(answer)).toEqual(['notFound lentTo'])
})
