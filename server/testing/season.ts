import type { Office } from './office.ts'
import { aPhoto, done, faultValues, foundFault, inTheWest, next, toTheTeam, visitValues } from './work.ts'

type Values = Record<string, unknown>

/**
 * A season in the garden whose figures were counted by hand; 何田 works in the east, 白露 in the west, the day is
 * 2022-10-31.
 *
 * Visits, east: 9-28 (5 people, plot D-01), 10-05 (2, D-01, takings 100.50), 10-12 (3, D-02, harvest 40, takings
 * -20.25, with the team; four baskets of chard and two of apples), 10-31 (1, D-02, harvest 2, a round and no harvest day).
 * West: 10-20 (4, X-01, harvest 8, one basket of plums).
 *
 * Faults, east: A 10-03 small 水管, never given to anybody. B 10-04 serious, given on 10-05 to the team until 10-10,
 * mended 10-08 for 300.00, looked at 10-09. C 10-06 small 水, given on 10-06 until 10-15, still open. D 10-07 small,
 * mended on the spot on 10-07. E 10-08 small, withdrawn. West: F 10-09 serious, given on 10-10 to 西园 until 11-05.
 */
export async function playSeason(office: Office): Promise<Record<string, string>> {
  await visits(office)
  const faults = { ...(await eastFaults(office)), ...(await westFault(office)) }
  return faults
}

async function visits(office: Office): Promise<void> {
  const [he, bai] = [await office.as('he'), await office.as('bai')]
  const plot = { id: await office.idOf('plot', 'D-02') }
  const teams = [{ id: await office.idOf('organ', '东园') }, { id: await office.idOf('organ', '东园修缮组') }]
  const together = {
    teams,
    picked: [
      { crop: 'leaf/chard', baskets: 4, worth: '4.50' },
      { crop: 'fruit/apple', baskets: 2, worth: '30' },
    ],
  }
  const east: Values[] = [
    { visitedOn: '2022-09-28', people: 5 },
    { visitedOn: '2022-10-05', people: 2, takings: '100.50' },
    {
      visitedOn: '2022-10-12',
      people: 3,
      harvest: 40,
      takings: '-20.25',
      kind: 'harvest',
      plot,
      ...together,
    },
    { visitedOn: '2022-10-31', people: 1, harvest: 2, plot },
  ]
  for (const given of east) {
    done(await he.act('visit', 'create', { values: await visitValues(office, given), reason: '补录' }))
  }
  const { foundBy: _, ...west } = await inTheWest(office, { visitedOn: '2022-10-20', people: 4 })
  const picked = [{ crop: 'fruit/plum', baskets: 1 }]
  const values = await visitValues(office, { ...west, harvest: 8, kind: 'harvest', picked })
  done(await bai.act('visit', 'create', { values }))
}

async function eastFaults(office: Office): Promise<Record<string, string>> {
  const [he, zhou] = [await office.as('he'), await office.as('zhou')]
  const give = async (fault: { id: string; version: number }, day: string, date: string) =>
    next(he, 'notify', fault, { values: await toTheTeam(office, { due: { kind: 'day', date } }), day })
  const a = await foundFault(office, { what: '水管漏水', foundOn: '2022-10-03' })
  const b = await foundFault(office, { what: '棚架倾斜', foundOn: '2022-10-04', grade: 'serious' })
  const after = [await aPhoto(zhou, 'B')]
  const told = await give(b, '2022-10-05', '2022-10-10')
  const mended = await next(zhou, 'submit', told, { values: { after, cost: '300' }, day: '2022-10-08' })
  await next(he, 'verify', mended, { day: '2022-10-09', reason: '补录' })
  const c = await foundFault(office, { what: '水渠淤塞', foundOn: '2022-10-06' })
  await give(c, '2022-10-06', '2022-10-15')
  const d = await foundFault(office, { what: '门闩松动', foundOn: '2022-10-07' })
  await next(he, 'mendAtOnce', d, {
    values: { after: [await aPhoto(he, 'D')] },
    day: '2022-10-07',
    reason: '补录',
  })
  const e = await foundFault(office, { what: '看错了', foundOn: '2022-10-08' })
  await next(he, 'withdraw', e, { reason: '误报' })
  return { a: a.id, b: b.id, c: c.id, d: d.id, e: e.id }
}

async function westFault(office: Office): Promise<Record<string, string>> {
  const bai = await office.as('bai')
  const { organ, ...west } = await inTheWest(office)
  const values = await faultValues(office, { ...west, foundOn: '2022-10-09', grade: 'serious' })
  const fault = done(await bai.act('fault', 'create', { values }))
  const told = { owner: organ, person: { id: await office.idOf('person', '陶然') } }
  const due = { kind: 'day', date: '2022-11-05' }
  await next(bai, 'notify', fault, { values: { ...told, due }, day: '2022-10-10' })
  return { f: fault.id }
}
