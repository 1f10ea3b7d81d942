import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Body, type Caller, type Office, openOffice } from '../testing/office.ts'
import { done, foundFault, refusals } from '../testing/work.ts'

/**
 * 园务处 over 东园 (over 东园修缮组) and 西园; 秦朗 keeps the organs. The sections are made by hand: 河滩 with 上滩 in
 * it, and 坡地.
 */
let office: Office
let qin: Caller

beforeAll(async () => {
  office = await openOffice()
  qin = await office.as('qin')
})
afterEach(async () => {
  expect(await disagreements(office.house)).toEqual([])
})
afterAll(() => office.close())

const organ = async (name: string) => office.idOf('organ', name)
const read = async (register: string, id: string): Promise<Body> =>
  done(await qin.get(`/api/registers/${register}/records/${id}`))

async function move(id: string, parent: string, day?: string) {
  const { version } = await read('organ', id)
  return qin.act('organ', 'move', { id, version, values: { parent: { id: parent } }, day })
}

/** The sections that somebody finds under another today. */
const made = async (name: string, within: string | null, day = '2022-03-01'): Promise<string> => {
  const values = { name, ...(within === null ? {} : { within: { id: within } }) }
  return done(await qin.act('section', 'create', { values, day })).id
}

async function redraw(id: string, within: string | null, day?: string) {
  const { version } = await read('section', id)
  const values = { within: within === null ? null : { id: within } }
  return qin.act('section', 'redraw', { id, version, values, day })
}

describe('an organ that is moved', () => {
  test('is seen from above by its new organ from then on, and no longer by the old one', async () => {
    const [team, west, east] = [await organ('东园修缮组'), await organ('西园'), await organ('东园')]
    const fault = await foundFault(office)
    const he = await office.as('he')
    const bai = await office.as('bai')
    const values = { owner: { id: team } }
    done(await he.act('fault', 'correct', { id: fault.id, version: fault.version, values }))
    const path = `/api/registers/fault/records/${fault.id}`
    expect((await bai.get(path)).status).toBe(404)
    done(await move(team, west, '2022-10-30'))
    expect((await bai.get(path)).status).toBe(200)
    // It was found in the east, which still sees it; what the team alone has is the west's now.
    expect((await he.get(path)).status).toBe(200)
    done(await move(team, east))
    expect((await bai.get(path)).status).toBe(404)
  })

  test('is moved by who keeps the organs, and not before its last move', async () => {
    const [team, west, east] = [await organ('东园修缮组'), await organ('西园'), await organ('东园')]
    const lin = await office.as('lin')
    const { version } = await read('organ', team)
    const values = { parent: { id: west } }
    expect(refusals(await lin.act('organ', 'move', { id: team, version, values }))).toEqual(['notAllowed'])
    expect(refusals(await move(team, west, '2022-10-29'))).toEqual(['beforePrevious day'])
    expect(refusals(await qin.act('organ', 'move', { id: team, version }))).toEqual(['required parent'])
    expect((await read('organ', team)).values.parent).toEqual({ id: east, text: null })
  })

  test('cannot come to stand below itself, now or on an earlier day', async () => {
    const [head, east, team] = [await organ('园务处'), await organ('东园'), await organ('东园修缮组')]
    for (const [id, parent] of [
      [east, team],
      [head, team],
      [team, team],
    ] as const) {
      expect(refusals(await move(id, parent))).toEqual(['ownAncestor parent'])
    }
    const { version } = await read('organ', head)
    const values = { parent: { id: east } }
    const corrected = await qin.act('organ', 'correct', { id: head, version, values, reason: '录错了' })
    expect(refusals(corrected)).toEqual(['ownAncestor parent'])
  })

  test('is ended and stays what it was', async () => {
    const west = await organ('西园')
    const values = { name: '果园组', parent: { id: west }, rank: 9 }
    const group = done(await qin.act('organ', 'create', { values, day: '2022-06-01' }))
    const ended = done(await qin.act('organ', 'end', { ...group, values: {}, day: '2022-10-01' }))
    expect(ended.state).toBe('ended')
    expect(refusals(await move(group.id, await organ('东园')))).toEqual(['wrongState'])
    done(await qin.act('organ', 'undo', { id: group.id, version: 2 }))
    done(await move(group.id, await organ('东园')))
    done(await qin.act('organ', 'withdraw', { id: group.id, version: 4, reason: '录错了' }))
  })
})

describe('a tree of a pack', () => {
  test('is redrawn, and two parts may change places, but not in one moment', async () => {
    const bank = await made('河滩', null)
    const upper = await made('上滩', bank)
    const slope = await made('坡地', null, '2022-04-01')
    expect(refusals(await redraw(bank, upper))).toEqual(['ownAncestor within'])
    done(await redraw(upper, slope, '2022-05-01'))
    done(await redraw(bank, upper, '2022-06-01'))
    expect(refusals(await redraw(slope, bank))).toEqual(['ownAncestor within'])
    done(await redraw(upper, null, '2022-07-01'))
    done(await redraw(slope, bank, '2022-07-02'))
  })

  test('holds against two who move at the same time', async () => {
    const [one, other] = [await made('南坡', null), await made('北坡', null)]
    const answers = await Promise.all([redraw(one, other), redraw(other, one)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(refusals(answers.find(({ status }) => status !== 200)!)).toEqual(['ownAncestor within'])
  })

  test('begins again where a mistake is withdrawn and taken back', async () => {
    const root = await made('园外', null)
    const below = await made('荒地', root)
    const { version } = await read('section', root)
    done(await qin.act('section', 'withdraw', { id: root, version, reason: '不归本园' }))
    expect(await disagreements(office.house)).toEqual([])
    done(await qin.act('section', 'undo', { id: root, version: version + 1 }))
    expect(refusals(await redraw(root, below))).toEqual(['ownAncestor within'])
  })
})

test('what is given to somebody is seen by their organ, and goes with them to another', async () => {
  const [east, west, zhou] = [await organ('东园'), await organ('西园'), await office.idOf('person', '周禾')]
  const values = { name: '园外来客', organ: { id: west } }
  const guest = uuidv7()
  done(await qin.act('person', 'create', { id: guest, values }))
  const fault = await foundFault(office)
  const he = await office.as('he')
  const bai = await office.as('bai')
  const path = `/api/registers/fault/records/${fault.id}`
  const give = async (person: string, version: number) =>
    done(await he.act('fault', 'correct', { id: fault.id, version, values: { person: { id: person } } }))
  expect((await bai.get(path)).status).toBe(404)
  await give(guest, 1)
  expect((await bai.get(path)).status).toBe(200)
  const change = { id: guest, version: 1, values: { organ: { id: east } }, reason: '调动' }
  done(await qin.act('person', 'correct', change))
  expect((await bai.get(path)).status).toBe(404)
  await give(zhou, 2)
})
