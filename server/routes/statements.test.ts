import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Body, type Office, openOffice } from '../testing/office.ts'
import { playSeason } from '../testing/season.ts'
import { aPhoto, done, refusals } from '../testing/work.ts'

let office: Office
const october = '?from=2022-10-01&to=2022-10-31'
const inOctober = { firstDay: '2022-10-01', lastDay: '2022-10-31', saidOn: '2022-10-31' }

beforeAll(async () => {
  office = await openOffice()
  await playSeason(office)
})
afterAll(() => office.close())

const read = async (who: string, id: string): Promise<Body> =>
  done(await (await office.as(who)).get(`/api/figures/${id}${october}`))
const totals = ({ footing }: Body) => footing.map(({ total, records }) => [total, records])

async function statement(indicator: string, organ: string, amount: string, unit: string) {
  return {
    indicator,
    organ: { id: await office.idOf('organ', organ) },
    amount: { amount, unit },
    ...inOctober,
  }
}

test('what organs state is a record each, counts by its class, and is proved by its list', async () => {
  const [he, lin] = [await office.as('he'), await office.as('lin')]
  const east = done(
    await he.act('statement', 'create', { values: await statement('leaflets', '东园', '120', '份') }),
  )
  // 西园 handed it in on paper: the office types it, and the paper stays with it.
  const paper = await aPhoto(lin, '西园报表')
  const west = done(
    await lin.act('statement', 'create', {
      values: { ...(await statement('leaflets', '西园', '80.5', '份')), files: [paper] },
      onBehalfOf: { organ: await office.idOf('organ', '西园'), paper },
    }),
  )
  const answer = await read('lin', 'leaflets')
  expect(answer.figure).toMatchObject({ value: '200.5', source: 'stated' })
  expect(answer.figure.given?.map(({ record }) => record).sort()).toEqual([east.id, west.id].sort())
  expect(Object.values(answer.titles.organ!).sort()).toEqual(['东园', '西园'])
  expect(totals(answer)).toEqual([['200.5', 2]])
  expect(answer.definition).toContain('取各单位报送的数')
  // A share of the goal of 300.
  expect((await read('lin', 'leafletsReached')).figure).toMatchObject({ value: '66.8', source: 'stated' })
  // Who sees one garden reads what that one said.
  expect((await read('bai', 'leaflets')).figure.value).toBe('80.5')
})

test('where an organ has records they count; what it stated stands beside, with the difference', async () => {
  const he = await office.as('he')
  const made = done(
    await he.act('statement', 'create', { values: await statement('attendance', '东园', '9', '人次') }),
  )
  const answer = await read('lin', 'attendance')
  expect(answer.figure).toMatchObject({
    ...{ value: '10', source: 'counted' },
    beside: [{ record: made.id, amount: '9', counted: '6', difference: '3' }],
  })
  expect(totals(answer)).toEqual([['10', 4]])
  // It is taken back: then there is nothing beside.
  const { id, version } = made
  done(await he.act('statement', 'withdraw', { id, version, reason: '重复' }))
  expect((await read('lin', 'attendance')).figure.beside).toBeUndefined()
})

test('nothing is stated twice for the same days, but once more within a campaign', async () => {
  const [he, qin] = [await office.as('he'), await office.as('qin')]
  const values = await statement('waterButts', '东园', '7', '件')
  const first = done(await he.act('statement', 'create', { values }))
  const part = { ...values, firstDay: '2022-10-31' }
  expect(refusals(await he.act('statement', 'create', { values: part }))).toEqual([
    ...['alreadyThere indicator', 'alreadyThere organ'],
  ])
  const scope = done(await qin.act('scope', 'create', { values: { title: '秋收' } })).id
  done(
    await he.act('statement', 'create', {
      values: { ...values, scope: { id: scope }, amount: { amount: '2', unit: '件' } },
    }),
  )
  const butts = async (query: string) =>
    done(await he.get(`/api/figures/waterButts${october}${query}`)).figure.value
  expect([await butts(''), await butts(`&scope=${scope}`)]).toEqual(['7', '2'])
  done(await he.act('statement', 'withdraw', { id: first.id, version: 1, reason: '重报' }))
  done(await he.act('statement', 'create', { values: part }))
})

test('a number in another unit, of what is not stated, or of another garden is refused', async () => {
  const he = await office.as('he')
  const before = await office.census()
  const refused = async (values: Record<string, unknown>, register = 'statement') =>
    refusals(await he.act(register, 'create', { values }))
  expect(await refused(await statement('leaflets', '东园', '5', '人次'))).toEqual(['wrongUnit amount'])
  expect(await refused(await statement('visits', '东园', '5', '份'))).toEqual(['notOption indicator'])
  expect(await refused(await statement('leaflets', '西园', '5', '份'))).toEqual(['notAllowed organ'])
  const early = { ...(await statement('leaflets', '东园', '5', '份')), lastDay: '2022-11-30' }
  expect(await refused(early)).toEqual(['inFuture lastDay'])
  const { organ: _, ...rest } = await statement('tidiness', '东园', '93.5', '%')
  const quoted = { ...rest, body: '市园林办', document: '整洁情况通报', counts: '按路段抽查' }
  expect(await refused(quoted, 'quotation')).toEqual(['notAllowed'])
  expect(await office.census()).toEqual(before)
})

test("another body's number is quoted with its paper and what it counts, and everybody may read it", async () => {
  const lin = await office.as('lin')
  const { organ: _, ...rest } = await statement('tidiness', '东园', '93.5', '%')
  const paper = { body: '市园林办', document: '整洁情况通报', documentNumber: '园林办〔2022〕7号' }
  const values = { ...rest, ...paper, counts: '按路段抽查' }
  const quoted = done(await lin.act('quotation', 'create', { values }))
  const answer = await read('bai', 'tidiness')
  expect(answer.figure).toMatchObject({
    ...{ value: '93.5', shown: '93.5', unit: '%', source: 'quoted' },
    given: [{ source: 'quoted', record: quoted.id, organ: null }],
  })
  expect(totals(answer)).toEqual([['93.5', 1]])
})
