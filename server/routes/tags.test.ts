import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Body, type Caller, type Office, openOffice } from '../testing/office.ts'
import { done, faultValues, foundFault, madeVisit, next, notifiedFault, refusals } from '../testing/work.ts'

/** 秦朗 keeps the campaigns: 汛后整修 (key `storm-damage`) with 棚架 in it, and 春耕. 何田 finds faults in the east. */
let office: Office
let he: Caller
let qin: Caller
const id: Record<string, string> = {}

beforeAll(async () => {
  office = await openOffice()
  ;[he, qin] = [await office.as('he'), await office.as('qin')]
  const scope = async (title: string, values: object = {}) => {
    const made = await qin.act('scope', 'create', { values: { title, ...values }, day: '2022-09-01' })
    id[title] = done(made).id
  }
  const targets = [{ indicator: 'faultsFound', goal: '4', due: '2022-12-31' }]
  await scope('汛后整修', { key: 'storm-damage', targets })
  await scope('棚架', { parent: { id: id.汛后整修 } })
  await scope('春耕')
})
afterEach(async () => {
  expect(await disagreements(office.house)).toEqual([])
})
afterAll(() => office.close())

const tagsOf = async ({ id: record }: Pick<Body, 'id'>): Promise<string[]> => {
  const body = done(await he.get(`/api/registers/fault/records/${record}`)) as Body & {
    tags: { node: string; from: string; until: string | null; how: string }[]
  }
  return body.tags.map(
    ({ node, from, until, how }) => `${body.titles.scope![node]} ${how} ${from} ${until ?? '…'}`,
  )
}
const change = async (act: string, fault: Pick<Body, 'id' | 'version'>, title: string, day?: string) =>
  he.act('fault', act, { id: fault.id, version: fault.version, tags: [id[title]!], day })
const found = async (query: string) => done(await he.get(`/api/figures/faultsFound?${query}`)).figure.value

describe('a fault', () => {
  test('is put into a part of a campaign, and counts there and above from that day on', async () => {
    const fault = await foundFault(office)
    expect(await tagsOf(fault)).toEqual([])
    done(await change('tag', fault, '棚架', '2022-10-25'))
    expect(await tagsOf(fault)).toEqual(['棚架 entered 2022-10-25 …'])
    expect(await found(`scope=${id.棚架}`)).toBe('1')
    expect(await found(`scope=${id.汛后整修}`)).toBe('1')
    expect(await found(`scope=${id.春耕}`)).toBe('0')
    // Its plan wants four; that of a part says nothing.
    const reached = async (title: string) =>
      done(await he.get(`/api/figures/foundReached?scope=${id[title]}`)).figure
    expect(await reached('汛后整修')).toMatchObject({ value: '25.0', goal: '4' })
    expect(await reached('棚架')).toMatchObject({ value: null, shown: '—' })
    expect(await found(`scope=${id.棚架}&asOf=2022-10-24&to=2022-10-24`)).toBe('0')
    const records = done(await he.get(`/api/figures/faultsFound/records?scope=${id.汛后整修}`))
    expect(records.records.map((record) => record.id)).toEqual([fault.id])
    const out = done(await change('untag', { ...fault, version: 2 }, '棚架', '2022-10-28'))
    expect(await tagsOf(fault)).toEqual(['棚架 entered 2022-10-25 2022-10-28'])
    expect(await found(`scope=${id.汛后整修}`)).toBe('0')
    expect(await found(`scope=${id.汛后整修}&asOf=2022-10-27`)).toBe('1')
    done(await he.act('fault', 'undo', { id: fault.id, version: out.version }))
    expect(await tagsOf(fault)).toEqual(['棚架 entered 2022-10-25 …'])
    done(await change('untag', { ...fault, version: 4 }, '棚架', '2022-10-25'))
    expect(await tagsOf(fault)).toEqual([])
  })

  test('belongs to a campaign by the rule of the pack for as long as it is serious, and not by hand', async () => {
    const fault = await notifiedFault(office, { grade: 'serious' })
    expect(await tagsOf(fault)).toEqual(['汛后整修 rule 2022-10-20 …'])
    expect(refusals(await change('untag', fault, '汛后整修'))).toEqual(['nothingToDo'])
    const values = { grade: 'minor' }
    const corrected = { id: fault.id, version: fault.version, values, reason: '看错了' }
    done(await he.act('fault', 'correct', corrected))
    expect(await tagsOf(fault)).toEqual([])
  })

  test('takes over what the visit belongs to that found it, and does not count as found by it', async () => {
    const visit = await madeVisit(office)
    done(await he.act('visit', 'tag', { id: visit.id, version: 1, tags: [id.春耕!], day: '2022-10-20' }))
    const before = { asFound: await found(`scope=${id.春耕}`), now: await stock() }
    const fault = await foundFault(office, { visit: { id: visit.id } })
    expect(await tagsOf(fault)).toEqual(['春耕 carried 2022-10-20 …'])
    expect(await found(`scope=${id.春耕}`)).toBe(before.asFound)
    expect(await stock()).toBe(String(Number(before.now) + 1))
    await next(he, 'withdraw', fault, { reason: '误报' })
    expect(await stock()).toBe(before.now)
  })

  const stock = async () => done(await he.get(`/api/figures/openFaults?scope=${id.春耕}`)).figure.value

  test('may be made inside campaigns; a campaign that is not there is none', async () => {
    const values = await faultValues(office)
    const made = done(await he.act('fault', 'create', { values, tags: [id.春耕!, id.棚架!] }))
    expect((await tagsOf(made)).sort()).toEqual(['春耕 entered 2022-10-20 …', '棚架 entered 2022-10-20 …'])
    const census = await office.census()
    const nowhere = '0190a6f0-0000-7000-8000-000000000001'
    expect(refusals(await he.act('fault', 'create', { values, tags: [nowhere] }))).toEqual(['notFound tags'])
    const plot = { code: 'D-09', kind: 'herb', garden: { id: await office.idOf('organ', '东园') } }
    expect(refusals(await qin.act('plot', 'create', { values: plot, tags: [id.春耕!] }))).toEqual([
      'notAsked tags',
    ])
    expect(await office.census()).toEqual(census)
  })

  test('is told by campaign only where its register knows them', async () => {
    expect(refusals(await he.get(`/api/figures/plots?scope=${id.春耕}`))).toEqual(['noSuchAxis scope'])
    const organ = await office.idOf('organ', '东园')
    expect(refusals(await he.get(`/api/figures/visits?scope=${organ}`))).toEqual(['notFound scope'])
    const { figures } = done(await he.get(`/api/figures?scope=${id.春耕}`))
    const told = figures.map(({ indicator }) => indicator)
    expect(told).toEqual(expect.arrayContaining(['visits', 'mendedRate']))
    expect(told).not.toContain('plots')
  })

  test('of a part that is moved counts by the plan of the day that places it', async () => {
    const { id: fault } = await foundFault(office, { foundOn: '2022-10-12' })
    done(await he.act('fault', 'tag', { id: fault, version: 1, tags: [id.棚架!], day: '2022-10-12' }))
    const before = Number(await found(`scope=${id.汛后整修}&to=2022-10-12`))
    const values = { parent: { id: id.春耕 } }
    done(await qin.act('scope', 'move', { id: id.棚架, version: 1, values, day: '2022-10-13' }))
    expect(Number(await found(`scope=${id.汛后整修}&to=2022-10-12&asOf=2022-10-31`))).toBe(before)
    expect(await found(`scope=${id.春耕}&to=2022-10-12&asOf=2022-10-31`)).toBe('0')
  })
})
