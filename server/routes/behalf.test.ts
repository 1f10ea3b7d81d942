import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPicture } from '../demo/picture.ts'
import { type Office, openOffice } from '../testing/office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

async function visitOf(organ: string) {
  return {
    visitedOn: '2022-10-28',
    plot: { id: await office.idOf('plot', 'D-01') },
    organ: { id: await office.idOf('organ', organ) },
    kind: 'round',
    people: 2,
  }
}

async function paperOf(userName: string): Promise<string> {
  const handed = await (await office.as(userName)).hand(
    '巡园单.png',
    Buffer.from(drawPicture(`paper of ${userName}`)),
  )
  expect(handed.status).toBe(200)
  return handed.body.id as unknown as string
}

describe('林晚 types what the east garden wrote on paper', () => {
  it('is recorded as the east garden’s, with the paper, though she herself may make no visit', async () => {
    const lin = await office.as('lin')
    const values = await visitOf('东园')
    const own = await lin.act('visit', 'create', { values })
    expect(own.status).toBe(403)
    const onBehalfOf = { organ: values.organ.id, paper: await paperOf('lin') }
    const typed = await lin.act('visit', 'create', { values, onBehalfOf })
    expect(typed.status).toBe(200)
    const history = await lin.get(`/api/registers/visit/records/${typed.body.id}/history`)
    expect(history.body.events).toMatchObject([{ act: 'create', onBehalfOf, by: { name: '林晚' } }])
    // 何田 sees the visit, and so may open its paper.
    const he = await office.as('he')
    expect((await he.get(`/api/files/${onBehalfOf.paper}`)).status).toBe(200)
  })

  it('is refused for another organ than the one that acts, without a paper, and to who may not type for others', async () => {
    const before = await office.census()
    const values = await visitOf('东园')
    const west = await office.idOf('organ', '西园')
    const lin = await office.as('lin')
    const unknown = '01890000-0000-7000-8000-000000000000'
    const wrongOrgan = await lin.act('visit', 'create', {
      values,
      onBehalfOf: { organ: west, paper: unknown },
    })
    expect(wrongOrgan.body.problems).toMatchObject([{ code: 'notFound', field: 'onBehalfOf.paper' }])
    const he = await office.as('he')
    const noRight = await he.act('visit', 'create', { values, onBehalfOf: { organ: west, paper: unknown } })
    expect(noRight.status).toBe(422)
    expect(await office.census()).toEqual(before)
  })
})

describe('何田 takes a slip back', () => {
  it('at once, and the fault is as it was, its life too', async () => {
    const he = await office.as('he')
    const east = { id: await office.idOf('organ', '东园') }
    const plot = { id: await office.idOf('plot', 'D-02') }
    const made = await he.act('fault', 'create', {
      values: { what: '栏杆松动', plot, grade: 'minor', foundOn: '2022-10-20', foundBy: east },
    })
    const id = made.body.id as unknown as string
    const corrected = await he.act('fault', 'correct', { id, version: 1, values: { grade: 'serious' } })
    expect(corrected.status).toBe(200)
    const serious = await he.get('/api/figures/seriousFaults')
    const undone = await he.act('fault', 'undo', { id, version: 2 })
    expect(undone.body).toMatchObject({ version: 3, state: 'found', values: { grade: 'minor' } })
    const after = await he.get('/api/figures/seriousFaults')
    const value = (answer: typeof after) => Number((answer.body.figure as { value: string }).value)
    expect(value(after)).toBe(value(serious) - 1)
    // Once: what was taken back is not taken back again.
    expect((await he.act('fault', 'undo', { id, version: 3 })).body.problems).toMatchObject([
      { code: 'nothingToDo' },
    ])
  })

  it('is not for somebody else, and the making of a record is taken back by withdrawing it', async () => {
    const he = await office.as('he')
    const lin = await office.as('lin')
    const values = await visitOf('东园')
    const made = await he.act('visit', 'create', { values })
    const id = made.body.id as unknown as string
    expect((await lin.act('visit', 'undo', { id, version: 1 })).status).toBe(403)
    const gone = await he.act('visit', 'undo', { id, version: 1 })
    expect(gone.body).toMatchObject({ version: 2, state: 'withdrawn' })
  })
})
