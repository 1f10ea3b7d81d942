import type { Body, Office } from './office.ts'
import { done, inTheWest, visitValues } from './work.ts'

type Values = Record<string, unknown>

/** A letter that 周禾 of the east garden's team has drafted to the west in its name. */
export async function draftedLetter(office: Office, given: Values = {}): Promise<Body> {
  const [sender, addressee] = [await office.idOf('organ', '东园修缮组'), await office.idOf('organ', '西园')]
  const values = { subject: '请看水渠', sender: { id: sender }, addressee: { id: addressee }, ...given }
  return done(await (await office.as('zhou')).act('letter', 'create', { values, day: '2022-10-25' }))
}

/** A letter that 周禾 has drafted and 何田 has checked: 林晚 has to sign it. */
export async function checkedLetter(office: Office, given: Values = {}): Promise<Body> {
  const { id } = await draftedLetter(office, given)
  const day = '2022-10-26'
  done(await (await office.as('zhou')).act('letter', 'send', { id, version: 1, day }))
  return done(await (await office.as('he')).act('letter', 'sendCheck', { id, version: 2, day }))
}

/** A letter that is out, with its number. */
export async function sentLetter(office: Office, given: Values = {}): Promise<Body> {
  const { id, version } = await checkedLetter(office, given)
  const values = { sentOn: '2022-10-26' }
  return done(await (await office.as('lin')).act('letter', 'sendSign', { id, version, values }))
}

/** What a visit of the west garden needs that answers a letter, entered by 白露. */
export async function answeringVisit(
  office: Office,
  letter: { id: string },
  given: Values = {},
): Promise<Values> {
  const { foundBy: _, ...west } = await inTheWest(office)
  return visitValues(office, { ...west, visitedOn: '2022-10-30', answers: { id: letter.id }, ...given })
}

/** What a lease of a plot to 周禾 needs, entered by 林晚. */
export async function leaseValues(office: Office, plot: string, given: Values = {}): Promise<Values> {
  const tenant = { id: await office.idOf('person', '周禾') }
  return { plot: { id: plot }, tenant, startsOn: '2022-10-01', ...given }
}
