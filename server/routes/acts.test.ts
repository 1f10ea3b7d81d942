import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('何田 finds a fault, and its number, event and life are there', async () => {
  const he = await office.as('he')
  const made = await he.act('fault', 'create', {
    values: {
      what: '井盖松动',
      plot: { id: await office.idOf('plot', 'D-01') },
      grade: 'serious',
      foundOn: '2022-10-30',
      foundBy: { id: await office.idOf('organ', '东园') },
    },
  })
  expect(made.body).toMatchObject({ version: 1, state: 'found', title: 'YD-2022-1 井盖松动' })
})
