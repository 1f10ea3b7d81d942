import type { Body, Office } from './office.ts'
import { done, inTheWest, visitValues } from './work.ts'

type Values = Record<string, unknown>

/** A letter that 何田 of the east garden has drafted to the west. */
export async function draftedLetter(office: Office, given: Values = {}): Promise<Body> {
  const [sender, addressee] = [await office.idOf('organ', '东园'), await office.idOf('organ', '西园')]
  const values = { subject: '请看水渠', sender: { id: sender }, addressee: { id: addressee }, ...given }
  return done(await (await office.as('he')).act('letter', 'create', { values, day: '2022-10-25' }))
}

/** A letter that 何田 has drafted and 林晚 has sent. */
export async function sentLetter(office: Office, given: Values = {}): Promise<Body> {
  const { id, version } = await draftedLetter(office, given)
  const values = { sentOn: '2022-10-26' }
  return done(await (await office.as('lin')).act('letter', 'send', { id, version, values }))
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
