import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemonstration } from '../demo/load.ts'
import { neighbours } from '../testing/neighbours.ts'
import { type Body, type Office, openOffice } from '../testing/office.ts'
import { playSeason } from '../testing/season.ts'
import { aPhoto, done, faultValues, madeVisit, refusals } from '../testing/work.ts'

/** What there is to be seen, as register and id; by names that the table below speaks of. */
const things: Record<string, [register: string, id: string]> = {}
let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  await loadDemonstration(office.house, neighbours)
  const faults = await playSeason(office)
  const lin = await office.as('lin')
  things.eastFault = ['fault', faults.a!]
  things.teamFault = ['fault', faults.b!]
  things.westFault = ['fault', faults.f!]
  things.withdrawn = ['fault', faults.e!]
  const { records } = done(await lin.get('/api/registers/visit/records?order=visitedOn'))
  things.eastVisit = ['visit', records[1]!.id]
  things.westVisit = ['visit', records.find(({ values }) => values.harvest === 8)!.id]
  things.eastPlot = ['plot', await office.idOf('plot', 'D-01')]
  things.westPlot = ['plot', await office.idOf('plot', 'X-01')]
  things.farPlot = ['plot', await office.idOf('plot', 'Y-01')]
  const mended = done(await lin.get(`/api/registers/fault/records/${faults.b}`))
  things.photo = ['file', (mended.values.after as string[])[0]!]
  things.unused = ['file', await aPhoto(await office.as('bai'), 'unused')]
  things.organ = ['organ', await office.idOf('organ', '东园')]
  things.person = ['person', await office.idOf('person', '陶然')]
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const east = ['eastFault', 'teamFault', 'withdrawn', 'eastVisit', 'eastPlot', 'photo']
const west = ['westFault', 'westVisit', 'westPlot']
const everybody = ['organ', 'person']

/** Who sees what, by hand. */
const sights: Record<string, string[]> = {
  lin: [...east, ...west, ...everybody],
  qin: [...east, ...west, ...everybody],
  he: [...east, ...everybody],
  bai: [...west, ...everybody, 'unused'],
  tao: [...west, ...everybody],
  zhou: ['teamFault', 'photo', ...everybody],
  gao: ['farPlot'],
  mo: ['farPlot'],
}

const notThere = { problems: [{ code: 'notFound', field: 'id' }] }

describe.each(Object.entries(sights))('%s', (who, sight) => {
  const get = async (path: string) => (await office.as(who)).get(path)
  const list = async (register: string, query = '') =>
    done(await get(`/api/registers/${register}/records?limit=200${query}`))

  /** Is the thing there for this person? Asked in every way there is. */
  async function ways([register, id]: [string, string]): Promise<Record<string, boolean | undefined>> {
    const path = `/api/registers/${register}/records/${id}`
    const read = await get(path)
    const history = await get(`${path}/history`)
    const { records, total } = await list(register)
    expect(total).toBe(records.length)
    const found = {
      read,
      history,
      ...(register === 'file' ? { content: await get(`/api/files/${id}`) } : {}),
    }
    for (const answer of Object.values(found))
      if (answer.status !== 200) expect(answer.body).toEqual(notThere)
    return {
      ...Object.fromEntries(Object.entries(found).map(([way, { status }]) => [way, status === 200])),
      listed: records.some((record) => record.id === id),
      acted: await actedOn(register, id),
      linked: await linkedTo(register, id),
    }
  }

  async function actedOn(register: string, id: string): Promise<boolean> {
    const request = { id, version: 999, values: {}, reason: 'x' }
    const answers = await Promise.all(
      ['correct', 'withdraw'].map(async (act) => (await office.as(who)).act(register, act, request)),
    )
    const there = answers.map(({ status, body }) => {
      if (status === 404) expect(body.problems).toEqual([{ ...notThere.problems[0], values: { id } }])
      return status !== 404
    })
    expect(new Set(there).size).toBe(1)
    return there[0]!
  }

  /** Whoever names it in an act learns no more: a link to what is not seen is a link to nothing. */
  async function linkedTo(register: string, id: string): Promise<boolean | undefined> {
    const links: Record<string, [string, unknown]> = {
      plot: ['plot', { id }],
      visit: ['visit', { id }],
      organ: ['foundBy', { id }],
      person: ['person', { id }],
      file: ['before', [id]],
    }
    if (links[register] === undefined) return undefined
    const [field, value] = links[register]
    const answer = await (await office.as(who)).act('fault', 'create', {
      values: { what: '', [field]: value },
    })
    const told = answer.body.problems.filter((one) => one.code === 'notFound' && one.field === field)
    if (told.length > 0) expect(told).toEqual([{ code: 'notFound', field, values: { id } }])
    return told.length === 0
  }

  test('sees what the table says, in whatever way it is asked', async () => {
    const seen: string[] = []
    for (const [name, thing] of Object.entries(things)) {
      const found = await ways(thing)
      const answers = new Set(Object.values(found).filter((way) => way !== undefined))
      expect(answers.size, `${name}: ${JSON.stringify(found)}`).toBe(1)
      if (answers.has(true)) seen.push(name)
    }
    expect(seen.sort()).toEqual([...sight].sort())
  })

  test('is told the same of what is not seen as of what there is not', async () => {
    for (const register of ['fault', 'visit', 'plot', 'file', 'organ', 'person']) {
      const unknown = ['read', 'history', 'content', 'listed', 'acted', 'linked']
      const found = await ways([register, uuidv7()])
      for (const way of unknown) expect([false, undefined], way).toContain(found[way])
    }
  })

  test('meets nothing else anywhere: neither in values nor in titles, totals or figures', async () => {
    const hidden = Object.entries(things).filter(([name]) => !sight.includes(name))
    const pages = await crawl(who)
    for (const [name, [, id]] of hidden) {
      const places = pages.filter(({ text }) => text.includes(id)).map(({ path }) => path)
      // A fault that is given to the team names its plot; what stands behind the id is not told.
      const given = who === 'zhou' && name === 'eastPlot'
      if (given)
        expect(places.every((path) => /^\/api\/(registers\/fault|figures\/\w+)\//.test(path))).toBe(true)
      else expect(places, name).toEqual([])
    }
  })
})

/** Everything that a person can reach by reading, from page to page. */
async function crawl(who: string): Promise<{ path: string; text: string }[]> {
  const caller = await office.as(who)
  const pages: { path: string; text: string }[] = []
  const read = async (path: string): Promise<Body> => {
    const answer = await caller.get(path)
    pages.push({ path, text: answer.bytes.toString() })
    return done(answer)
  }
  for (const register of Object.keys(office.house.pack.registers)) {
    const { records } = await read(`/api/registers/${register}/records?limit=200`)
    await read(`/api/registers/${register}/records?limit=200&search=${encodeURIComponent('水')}`)
    for (const { id } of records) {
      await read(`/api/registers/${register}/records/${id}`)
      await read(`/api/registers/${register}/records/${id}/history`)
    }
  }
  for (const { indicator } of (await read('/api/figures')).figures) {
    await read(`/api/figures/${indicator}`)
    if ('register' in office.house.pack.indicators[indicator]!)
      await read(`/api/figures/${indicator}/records?limit=200`)
  }
  await read('/api/reports/season')
  return pages
}

test('titles are told of what is seen, and of nothing else', async () => {
  const zhou = await office.as('zhou')
  const read = done(await zhou.get(`/api/registers/fault/records/${things.teamFault![1]}`))
  expect(read.values.plot).toEqual({ id: things.eastPlot![1], text: null })
  expect(read.titles).not.toHaveProperty(`plot.${things.eastPlot![1]}`)
  expect(Object.values(read.titles.organ!).sort()).toEqual(['东园', '东园修缮组'])
})

test('a search and a filter find nothing that is not seen, and count nothing', async () => {
  const bai = await office.as('bai')
  const asked = [
    `search=${encodeURIComponent('棚架')}`,
    'search=YD-2022-1',
    `filter=${JSON.stringify({ plot: things.eastPlot![1] })}`,
    `filter=${JSON.stringify({ foundBy: things.organ![1] })}`,
    `filter=${JSON.stringify({ not: { foundBy: await office.idOf('organ', '西园') } })}`,
  ]
  for (const query of asked) {
    const page = done(await bai.get(`/api/registers/fault/records?${query}`))
    expect([page.records, page.total, page.titles], query).toEqual([[], 0, {}])
  }
})

test('in another district there is nothing, and nothing can be taken from here', async () => {
  const gao = await office.as('gao')
  const { figures } = done(await gao.get('/api/figures'))
  const values = Object.fromEntries(figures.map(({ indicator, value }) => [indicator, value]))
  expect(values).toMatchObject({ plots: '1', visits: '0', faultsFound: '0', mendedRate: null })
  expect(done(await gao.get('/api/registers/organ/records')).records.map(({ title }) => title)).toEqual([
    '远山园务处',
  ])
  const { document } = done(await gao.get('/api/reports/season'))
  expect(JSON.stringify(document)).toContain('远山园务处')
  const mo = await office.as('mo')
  const taken = await faultValues(office)
  const answer = await mo.act('fault', 'create', { values: taken })
  expect(refusals(answer)).toEqual(['notAllowed foundBy', 'notFound foundBy', 'notFound plot'])
  expect((await gao.get('/api/session')).body.district).toEqual({ id: '990902', name: '远山园区' })
})

test('who is not signed in sees nothing at all, and is not told whether there is anything', async () => {
  const signedOut = { problems: [{ code: 'signedOut' }] }
  const [register, id] = things.eastFault!
  const paths = [
    ...['session', 'pack', 'figures', 'figures/visits', 'figures/visits/records', 'figures/nothing'],
    ...['reports/season', 'reports/season/docx', 'reports/nothing', `files/${things.photo![1]}`],
    ...[`registers/${register}/records`, 'registers/nothing/records', `files/${uuidv7()}`],
    ...[id, uuidv7()].flatMap((one) => [
      `registers/${register}/records/${one}`,
      `registers/${register}/records/${one}/history`,
    ]),
  ]
  for (const path of paths) {
    const answer = await office.stranger.get(`/api/${path}`)
    expect([answer.status, answer.body], path).toEqual([401, signedOut])
  }
  const act = await office.stranger.act('fault', 'withdraw', { id, version: 1, reason: 'x' })
  expect([act.status, act.body]).toEqual([401, signedOut])
})

test('whoever moves to another organ sees what that organ sees, at once', async () => {
  const qin = await office.as('qin')
  const [tao, he] = [await office.as('tao'), await office.as('he')]
  const person = done(await qin.get(`/api/registers/person/records/${things.person![1]}`))
  const move = (organ: string, version: number) =>
    qin.act('person', 'correct', { id: person.id, version, values: { organ: { id: organ } }, reason: '调动' })
  done(await move(things.organ![1], person.version))
  expect((await tao.get(`/api/registers/visit/records/${things.westVisit![1]}`)).status).toBe(404)
  expect((await tao.get(`/api/registers/fault/records/${things.eastFault![1]}`)).status).toBe(200)
  // What is given to him goes with him, and his new organ sees it.
  expect((await tao.get(`/api/registers/fault/records/${things.westFault![1]}`)).status).toBe(200)
  expect((await he.get(`/api/registers/fault/records/${things.westFault![1]}`)).status).toBe(200)
  done(await move(await office.idOf('organ', '西园'), person.version + 1))
  expect((await he.get(`/api/registers/fault/records/${things.westFault![1]}`)).status).toBe(404)
  expect((await tao.get(`/api/registers/fault/records/${things.eastFault![1]}`)).status).toBe(404)
  await madeVisit(office)
  before = await office.census()
})
