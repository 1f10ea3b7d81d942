import { bad, ok, problem, type Result } from '../problem/index.ts'
import { exactly } from './decimal.ts'
import type { CommonSpec, FieldType, ShowEnv } from './field-type.ts'
import { checkLink, compareLinks, type Link, linkSchema, readId } from './link.ts'
import { tidy } from './numeral.ts'
import { checkText } from './text.ts'

export interface PlaceSpec extends CommonSpec {
  type: 'place'
  /** The register of the parts in which a place lies: divisions, or gardens. */
  within: string
}

export const datums = ['WGS84', 'GCJ02'] as const

/** Degrees as exact text, in the system in which they were given: the two differ by some hundred metres. */
export interface Point {
  longitude: string
  latitude: string
  datum: (typeof datums)[number]
}

/** Where something is. Each part may be unknown, but not all of them. */
export interface Place {
  division: Link | null
  address: string | null
  point: Point | null
}

const wrongPoint = () => bad(problem('wrongForm', undefined, { example: '(119.5432, 32.1234 WGS84)' }))

function check(input: unknown): Result<Place> {
  if (typeof input !== 'object' || input === null) return bad(problem('required'))
  const { division = null, address = null, point = null } = input as Record<string, unknown>
  if (division === null && address === null && point === null) return bad(problem('required'))
  const link = division === null ? ok(null) : (checkLink(division) as Result<Link>)
  const written = address === null ? ok(null) : checkText(address, 200, false)
  const spot = point === null ? ok(null) : checkPoint(point)
  if (link.ok && written.ok && spot.ok) {
    return ok({ division: link.value, address: written.value, point: spot.value })
  }
  return bad(...[link, written, spot].flatMap((part) => (part.ok ? [] : part.problems)))
}

function checkPoint(input: unknown): Result<Point> {
  const { longitude, latitude, datum } = (typeof input === 'object' ? input : {}) as Record<string, unknown>
  const east = degrees(longitude, 180)
  const north = degrees(latitude, 90)
  const known = datums.find((name) => name === datum)
  return east === undefined || north === undefined || known === undefined
    ? wrongPoint()
    : ok({ longitude: east, latitude: north, datum: known })
}

/** At most nine decimals: a tenth of a millimetre. */
function degrees(input: unknown, most: number): string | undefined {
  const number = exactly(typeof input === 'number' ? String(input) : input, 9)
  if (number === undefined || number.abs().gt(most)) return undefined
  return number.eq(0) ? '0' : number.toFixed()
}

const withPoint = /^(.*?)\s*\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s+(WGS-?84|GCJ-?02)\s*\)$/i

function show({ division, address, point }: Place, { within }: PlaceSpec, env: ShowEnv): string {
  const title = division?.id == null ? null : env.titleOf(within, division.id)
  const parts = [
    division === null ? null : (title ?? division.text ?? '…'),
    address,
    point === null ? null : `(${point.longitude}, ${point.latitude} ${point.datum})`,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

/** A cell is an address, with a point behind it or not; which division it means is not guessed. */
function parse(text: string): Result<Place> {
  const [, before, longitude, latitude, datum = ''] =
    withPoint.exec(text.trim()) ?? withPoint.exec(tidy(text)) ?? []
  if (before === undefined) return check({ address: text })
  const point = { longitude, latitude, datum: datum.toUpperCase().replace('-', '') }
  return check({ address: before === '' ? null : before, point })
}

function fromColumns([
  id = null,
  text = null,
  address = null,
  longitude,
  latitude,
  datum,
]: readonly unknown[]) {
  const division = id === null && text === null ? null : ({ id, text } as Link)
  const point = longitude == null ? null : ({ longitude, latitude, datum } as Point)
  if (division === null && address === null && point === null) return null
  return { division, address: address as string | null, point }
}

/** Filters and figures read the division. */
export const place: FieldType<PlaceSpec, Place> = {
  says: { within: 'register' },
  examples: [
    {
      spec: { type: 'place', within: 'organ' },
      values: [
        {
          division: { id: '0190a6f0-0000-7000-8000-000000000001', text: null },
          address: '滨河路15号',
          point: { longitude: '119.5432', latitude: '32.1', datum: 'WGS84' },
        },
        { address: '井边（东）' },
        { division: { text: '东园' } },
        { point: { longitude: 119.5, latitude: -32.1, datum: 'GCJ02' } },
      ],
    },
  ],
  columns: () => [
    { suffix: '_id', type: 'uuid' },
    { suffix: '_text', type: 'text' },
    { suffix: '_address', type: 'text' },
    { suffix: '_longitude', type: 'numeric' },
    { suffix: '_latitude', type: 'numeric' },
    { suffix: '_datum', type: 'text' },
  ],
  key: {
    suffix: '_id',
    kind: 'text',
    of: (value) => value.division?.id ?? null,
    read: readId,
    show: () => '…',
  },
  check,
  compare: (a, b) => compareLinks(a.division ?? nowhere, b.division ?? nowhere),
  show,
  isShownWhole: ({ division, address, point }) =>
    division === null && (point !== null || !withPoint.test(tidy(address!))),
  parse,
  toColumns: ({ division, address, point }) => [
    division?.id ?? null,
    division?.text ?? null,
    address,
    point?.longitude ?? null,
    point?.latitude ?? null,
    point?.datum ?? null,
  ],
  fromColumns,
  schema: () => ({
    type: 'object',
    properties: {
      division: { ...linkSchema, type: ['object', 'null'] },
      address: { type: ['string', 'null'] },
      point: {
        type: ['object', 'null'],
        required: ['longitude', 'latitude', 'datum'],
        properties: {
          longitude: { type: ['string', 'number'] },
          latitude: { type: ['string', 'number'] },
          datum: { enum: datums },
        },
      },
    },
  }),
  targets: ({ within }) => [within],
  pointers: (value, { within }) => {
    const id = (value as { division?: { id?: unknown } | null } | null | undefined)?.division?.id
    return readId(id) === undefined ? [] : [{ register: within, id: id as string }]
  },
}

const nowhere: Link = { id: null, text: null }
