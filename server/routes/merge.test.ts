import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { leaseValues } from '../testing/letters.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { done, foundFault, madeVisit, next, notifiedFault, refusals, toTheTeam } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

async function newPlot(code: string, given: Record<string, unknown> = {}) {
  const garden = { id: await office.idOf('organ', '东园') }
  return done(
    await (await office.as('lin')).act('plot', 'create', {
      values: { code, kind: 'herb', garden, ...given },
    }),
  )
}

async function value(indicator: string): Promise<string | null> {
  return done(await (await office.as('lin')).get(`/api/figures/${indicator}`)).figure.value
}

test('two plots are one: what named either names the one that stays, and it is counted once', async () => {
  const lin = await office.as('lin')
  const [kept, double] = [await newPlot('D-11'), await newPlot('D-11b')]
  const neighbour = await newPlot('D-12', { neighbour: { id: double.id, text: '东头' } })
  const visits = [
    await madeVisit(office, { plot: { id: kept.id } }),
    await madeVisit(office, { plot: { id: double.id } }),
  ]
  const fault = await foundFault(office, { plot: { id: double.id } })
  const [plots, visited] = [await value('plots'), await value('plotsVisited')]
  const merge = { id: double.id, version: 1, values: { into: { id: kept.id } }, reason: '重复登记' }
  const merged = done(await lin.act('plot', 'merge', merge))
  expect(merged).toMatchObject({ state: 'merged', version: 2, may: ['remark'] })
  expect(Number(await value('plots'))).toBe(Number(plots) - 1)
  expect(Number(await value('plotsVisited'))).toBe(Number(visited) - 1)
  for (const { id } of visits)
    expect(done(await lin.get(`/api/registers/visit/records/${id}`)).values.plot).toMatchObject({
      id: kept.id,
    })
  expect(done(await lin.get(`/api/registers/fault/records/${fault.id}`)).values.plot).toMatchObject({
    id: kept.id,
  })
  const beside = done(await lin.get(`/api/registers/plot/records/${neighbour.id}`))
  expect(beside.values.neighbour).toEqual({ id: kept.id, text: '东头' })
  const { events } = done(await lin.get(`/api/registers/plot/records/${neighbour.id}/history`))
  expect(events.at(-1)).toMatchObject({
    act: 'relink',
    cause: { register: 'plot', id: double.id },
    before: { neighbour: { id: double.id } },
    after: { neighbour: { id: kept.id } },
  })
  const read = done(await lin.get(`/api/registers/plot/records/${double.id}`))
  expect(read.mergedInto).toBe(kept.id)
  // Nothing is done with it any more, and nobody names it.
  const again = await lin.act('plot', 'correct', {
    id: double.id,
    version: 2,
    values: { name: '东头' },
    reason: '。',
  })
  expect(refusals(again)).toEqual(['wrongState'])
  const he = await office.as('he')
  const late = await he.act('fault', 'correct', {
    id: fault.id,
    version: 2,
    values: { plot: { id: double.id } },
  })
  expect([late.status, refusals(late)]).toEqual([422, ['merged plot']])
})

test('the one that stays does not name itself', async () => {
  const lin = await office.as('lin')
  const double = await newPlot('D-21')
  const kept = await newPlot('D-22', { neighbour: { id: double.id } })
  const far = await newPlot('D-23')
  done(await lin.act('plot', 'correct', { id: double.id, version: 1, values: { neighbour: { id: far.id } } }))
  done(
    await lin.act('plot', 'merge', {
      id: double.id,
      version: 2,
      values: { into: { id: kept.id } },
      reason: '同一块',
    }),
  )
  const read = done(await lin.get(`/api/registers/plot/records/${kept.id}`))
  expect(read.values.neighbour).toMatchObject({ id: far.id })
})

test('a merger that cannot be is refused, and nothing has happened', async () => {
  const [lin, he] = [await office.as('lin'), await office.as('he')]
  const [one, two] = [await newPlot('D-31'), await newPlot('D-32')]
  const gone = await newPlot('D-33')
  done(await lin.act('plot', 'withdraw', { id: gone.id, version: 1, reason: '误登' }))
  for (const plot of [one, two])
    done(await lin.act('lease', 'create', { values: await leaseValues(office, plot.id) }))
  const before = await office.census()
  const tried = async (into: string | undefined, reason = '重复', who = lin) => {
    const values = into === undefined ? {} : { into: { id: into } }
    return refusals(await who.act('plot', 'merge', { id: one.id, version: 1, values, reason }))
  }
  expect(await tried(undefined)).toEqual(['notFound into'])
  expect(await tried('01890000-0000-7000-8000-000000000000')).toEqual(['notFound into'])
  expect(await tried(one.id)).toEqual(['notLink into'])
  expect(await tried(gone.id)).toEqual(['wrongState into'])
  expect(await tried(two.id, ' ')).toEqual(['required reason'])
  expect(await tried(two.id, '重复', he)).toEqual(['notAllowed'])
  // Both are leased on the same days: as one plot they cannot be.
  expect(await tried(two.id)).toEqual(['alreadyThere plot'])
  expect(await office.census()).toEqual(before)
})

test('two organs become one, with their people, their records, their past and their accounts', async () => {
  const [qin, lin, he] = await Promise.all(['qin', 'lin', 'he'].map(office.as))
  const [team, east] = [await office.idOf('organ', '东园修缮组'), await office.idOf('organ', '东园')]
  const fault = await notifiedFault(office)
  const owners = await value('ownersAtWork')
  const own = await foundFault(office)
  await next(he!, 'notify', own, {
    values: await toTheTeam(office, { owner: { id: east } }),
    day: '2022-10-22',
  })
  expect(Number(await value('ownersAtWork'))).toBe(Number(owners) + 1)
  const organ = done(await qin!.get(`/api/registers/organ/records/${team}`))
  const merge = { id: team, version: organ.version, values: { into: { id: east } }, reason: '机构改革' }
  done(await qin!.act('organ', 'merge', merge))
  expect(await value('ownersAtWork')).toBe(owners)
  const zhou = await office.signIn('zhou')
  expect(done(await zhou.get('/api/session')).organ.id).toBe(east)
  // What was given to the team is the east garden's now, also for a figure of an earlier day.
  expect(done(await zhou.get(`/api/registers/fault/records/${fault.id}`)).values.owner).toMatchObject({
    id: east,
  })
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ledger.fault_span where owner_id = ${team}::uuid`.execute(
    office.house.database,
  )
  expect(rows[0]!.n).toBe(0)
  // And two people: whoever signs in is the one who stays.
  const people = await Promise.all(['周禾', '何田'].map((name) => office.idOf('person', name)))
  const person = done(await qin!.get(`/api/registers/person/records/${people[0]}`))
  const same = {
    id: people[0]!,
    version: person.version,
    values: { into: { id: people[1]! } },
    reason: '同一人',
  }
  done(await qin!.act('person', 'merge', same))
  expect(done(await (await office.signIn('zhou')).get('/api/session')).name).toBe('何田')
  expect(done(await lin!.get(`/api/registers/fault/records/${fault.id}`)).values.person).toMatchObject({
    id: people[1],
  })
})

test('while a plot is merged others name it: none of them is left behind', async () => {
  const [lin, he] = [await office.as('lin'), await office.as('he')]
  const foundBy = { id: await office.idOf('organ', '东园') }
  for (let round = 0; round < 6; round += 1) {
    const [kept, double] = [await newPlot(`D-4${round}`), await newPlot(`D-4${round}b`)]
    const values = { what: '渠堵', grade: 'minor', foundOn: '2022-10-20', plot: { id: double.id }, foundBy }
    const merge = { id: double.id, version: 1, values: { into: { id: kept.id } }, reason: '重复' }
    const [merged, ...found] = await Promise.all([
      lin.act('plot', 'merge', merge),
      ...Array.from({ length: 4 }, () => he.act('fault', 'create', { values })),
    ])
    expect(merged!.status).toBe(200)
    for (const answer of found) {
      if (answer!.status === 200) continue
      expect([answer!.status, refusals(answer!)]).toEqual([422, ['merged plot']])
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from ledger.fault where plot_id = ${double.id}::uuid`.execute(
      office.house.database,
    )
    expect(rows[0]!.n).toBe(0)
  }
})
