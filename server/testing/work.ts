import { drawPicture } from '../demo/picture.ts'
import type { ActRequest, Answer, Body, Caller, Office } from './office.ts'

type Values = Record<string, unknown>

/** The answer's body, of a request that must have been done. */
export function done({ status, body, bytes }: Answer): Body {
  if (status !== 200) throw new Error(`${status}: ${bytes}`)
  return body
}

/** The problems of an answer as `code field`, in the order of the alphabet. */
export function refusals({ body }: Answer): string[] {
  return body.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`)).sort()
}

/** What a fault of the east garden needs to be entered by 何田; what is given goes over it. */
export async function faultValues(office: Office, given: Values = {}): Promise<Values> {
  const plot = { id: await office.idOf('plot', 'D-01') }
  const foundBy = { id: await office.idOf('organ', '东园') }
  return { what: '水管漏水', grade: 'minor', foundOn: '2022-10-20', plot, foundBy, ...given }
}

/** What a visit of the east garden needs to be entered by 何田; what is given goes over it. */
export async function visitValues(office: Office, given: Values = {}): Promise<Values> {
  const plot = { id: await office.idOf('plot', 'D-01') }
  const organ = { id: await office.idOf('organ', '东园') }
  return { visitedOn: '2022-10-20', kind: 'round', people: 2, plot, organ, ...given }
}

/** The same in the west garden, by 白露. */
export async function inTheWest(office: Office, given: Values = {}): Promise<Values> {
  const west = { id: await office.idOf('organ', '西园') }
  return { plot: { id: await office.idOf('plot', 'X-01') }, organ: west, foundBy: west, ...given }
}

/** A fault that 何田 found. */
export async function foundFault(office: Office, given: Values = {}): Promise<Body> {
  const he = await office.as('he')
  return done(await he.act('fault', 'create', { values: await faultValues(office, given) }))
}

/** A visit that 何田 made. */
export async function madeVisit(office: Office, given: Values = {}): Promise<Body> {
  const he = await office.as('he')
  return done(await he.act('visit', 'create', { values: await visitValues(office, given) }))
}

/** The values with which 何田 gives a fault to 周禾's team. */
export async function toTheTeam(office: Office, given: Values = {}): Promise<Values> {
  return {
    owner: { id: await office.idOf('organ', '东园修缮组') },
    person: { id: await office.idOf('person', '周禾') },
    due: { kind: 'day', date: '2022-10-28' },
    ...given,
  }
}

/** A fault that 何田 found and gave to 周禾's team. */
export async function notifiedFault(office: Office, given: Values = {}): Promise<Body> {
  const fault = await foundFault(office, given)
  const values = await toTheTeam(office)
  return next(await office.as('he'), 'notify', fault, { values, day: '2022-10-22' })
}

/** A fault that 周禾 says is mended. */
export async function submittedFault(office: Office, given: Values = {}): Promise<Body> {
  const fault = await notifiedFault(office, given)
  const zhou = await office.as('zhou')
  const after = [await aPhoto(zhou, fault.id)]
  return next(zhou, 'submit', fault, { values: { after }, day: '2022-10-25' })
}

/** The next act on a fault as it was last seen. */
export async function next(
  who: Caller,
  act: string,
  { id, version }: Pick<Body, 'id' | 'version'>,
  request: ActRequest = {},
): Promise<Body> {
  return done(await who.act('fault', act, { id, version, ...request }))
}

/** The id of a photo that somebody has just handed in. */
export async function aPhoto(who: Caller, name: string): Promise<string> {
  return done(await who.hand(`${name}.png`, Buffer.from(drawPicture(name)))).id
}
