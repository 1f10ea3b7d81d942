import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Body, type Office, openOffice } from '../testing/office.ts'
import { done, foundFault, madeVisit, next } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** All pages of a list, one after the other; `between` happens before each next page. */
async function readAll(
  url: string,
  between: () => Promise<unknown> = async () => {},
): Promise<Body['records']> {
  const he = await office.as('he')
  const records: Body['records'] = []
  for (let after = ''; ; ) {
    const page = done(await he.get(after === '' ? url : `${url}&after=${after}`))
    records.push(...page.records)
    if (page.next === null) return records
    after = page.next
    await between()
  }
}

test('paging gives every row exactly once, whatever the order, with equal and unknown keys', async () => {
  const costs = ['5', undefined, '5.00', '12', undefined, '5', '0']
  const ids: string[] = []
  for (let n = 0; n < 21; n += 1) {
    const values = { cost: costs[n % 7], foundOn: `2022-10-${10 + (n % 3)}`, what: `第${n % 4}处` }
    ids.push((await foundFault(office, values)).id)
  }
  for (const order of [
    'cost',
    '-cost',
    'what,-cost',
    '-foundOn,cost',
    'owner',
    'number',
    'before,-what',
    'state',
  ]) {
    for (const limit of [1, 4, 7, 21, 200]) {
      const url = `/api/registers/fault/records?order=${order}&limit=${limit}`
      const found = (await readAll(url)).map(({ id }) => id)
      expect([...found].sort(), `${order} by ${limit}`).toEqual([...ids].sort())
    }
  }
})

test('rows that are added meanwhile disturb nobody: what was there comes once, in order', async () => {
  const he = await office.as('he')
  const url = '/api/registers/fault/records?order=-foundOn,number&limit=3'
  const there = (await readAll(url)).map(({ id }) => id)
  let n = 0
  const found = await readAll(url, async () => {
    n += 1
    // One before the place where the reader is, one behind, one in the midst.
    for (const foundOn of ['2022-10-30', '2022-10-02', '2022-10-11']) await foundFault(office, { foundOn })
  })
  const ids = found.map(({ id }) => id)
  expect(n).toBeGreaterThan(6)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => there.includes(id))).toEqual(there)
  const days = found.map(({ values }) => String(values.foundOn))
  expect(days).toEqual([...days].sort().reverse())
  const page = done(await he.get(url))
  expect(page.total).toBe(there.length + 3 * n)
})

test('a record that changes hands while it is read keeps its place', async () => {
  const he = await office.as('he')
  const url = '/api/registers/fault/records?order=-foundOn&limit=5'
  const there = (await readAll(url)).map(({ id }) => id)
  const victim = await foundFault(office, { foundOn: '2022-10-01' })
  const found = await readAll(url, async () => {
    const now = done(await he.get(`/api/registers/fault/records/${victim.id}`))
    if (now.state !== 'withdrawn') await next(he, 'withdraw', now, { reason: '重复' })
  })
  expect(found.map(({ id }) => id)).toEqual([...there, victim.id])
})

test('what makes a figure is paged in the same way', async () => {
  const ids: string[] = []
  for (let n = 0; n < 11; n += 1) {
    const values = { visitedOn: `2022-10-${11 + (n % 4)}`, harvest: n, kind: 'harvest' }
    ids.push((await madeVisit(office, values)).id)
  }
  for (const limit of [1, 3, 11, 50]) {
    const rows = await readAll(`/api/figures/harvest/records?limit=${limit}`)
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(rows.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(55)
  }
})
