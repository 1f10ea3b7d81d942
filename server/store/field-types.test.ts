import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Deadline, type FieldSpec, fieldTypeOf, fieldTypes, isGiven } from '@anzhi/engine/fields'
import { figureInMemory } from '@anzhi/engine/indicator'
import { envOf, type PackSource, type Register, type RegisterSpec } from '@anzhi/engine/pack'
import { compareRecords, matches, readFilter, readOrder } from '@anzhi/engine/query'
import { keyOfRecord, type LivingRecord, same, type Values } from '@anzhi/engine/record'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { inputsOf, type Stock, someDays } from '../../engine/fields/testing/inputs.ts'
import { filterSpecs, orders } from '../../engine/query/testing/arbitraries.ts'
import { readConfig } from '../config.ts'
import { type Demonstration, loadDemonstration } from '../demo/load.ts'
import { drawPicture } from '../demo/picture.ts'
import { buildApp } from '../http/app.ts'
import { type OpenHouse, openHouse } from '../open-house.ts'
import { disagreements } from '../testing/agree.ts'
import { ensureDatabase } from './db.ts'

const today = '2022-10-31'
const seed = 20_221_031
const grades = ['minor', 'serious', 'other']

/** What has several parts keeps no history by the day, and a search does not look into it. */
const inParts = (spec: FieldSpec) => fieldTypeOf(spec).parts !== undefined

/** A field for each way in which a type shows itself, and one that keeps its history for each type. */
const fields: Record<string, FieldSpec> = Object.fromEntries(
  Object.entries(fieldTypes).flatMap(([name, { examples }]) => [
    ...examples.map(({ spec }, i): [string, FieldSpec] => [
      `${name}${i}`,
      inParts(spec) ? spec : { ...spec, search: true },
    ]),
    ...(name === 'serial' || inParts(examples[0]!.spec)
      ? []
      : [[`${name}Then`, { ...examples[0]!.spec, tracked: true }] as [string, FieldSpec]]),
  ]),
)

const has = (test: (spec: FieldSpec) => boolean) => Object.keys(fields).filter((name) => test(fields[name]!))
const summed = has((spec) => fieldTypeOf(spec).sum !== undefined)
const told = has((spec) => {
  const { key, columns } = fieldTypeOf(spec)
  return columns(spec).some(({ suffix, type }) => suffix === key.suffix && type === 'uuid')
})

function unitOf(spec: FieldSpec): string {
  return fieldTypeOf(spec).sum?.unit?.among(spec, () => grades)[0] ?? '件'
}

const thing: RegisterSpec = {
  title: '{text0}',
  fields,
  create: { by: { role: 'keeper' } },
  correct: { by: { role: 'keeper' }, freeIn: ['recorded'] },
  withdraw: { by: { role: 'keeper' } },
  list: { columns: ['text0'], order: ['dateTime0'] },
}

const indicators = Object.fromEntries([
  ...summed.map((of) => [`sum${of}`, { sum: 'thing', of, unit: unitOf(fields[of]!) }] as const),
  ...told.map((of) => [`distinct${of}`, { distinct: 'thing', of, unit: '家' }] as const),
])

const keys = [
  ...['role.keeper', 'register.thing'],
  ...grades.map((id) => `option.grade.${id}`),
  ...Object.entries(fields).flatMap(([name, spec]) => [
    `field.thing.${name}`,
    ...(spec.type === 'rows' ? Object.keys(spec.fields).map((inner) => `field.thing.${name}.${inner}`) : []),
  ]),
  ...Object.keys(indicators).map((name) => `indicator.${name}`),
]
const words = Object.fromEntries(keys.map((key) => [key, key]))

const shed: PackSource = {
  id: 'shed',
  version: '1',
  buildsOn: [],
  roles: { keeper: { sees: 'district' } },
  options: { grade: grades },
  registers: { thing },
  indicators,
  words: { zh: words, en: words },
}

const made = (register: string, record: string, values: Values) =>
  ({ as: 'server', register, record, act: 'create', day: '2022-01-01', values }) as const
const demonstration: Demonstration = {
  today,
  district: { id: '990902', name: '工具棚' },
  office: 'office',
  accounts: [{ userName: 'an', password: 'shed-door-2022', person: 'an', roles: ['keeper'] }],
  acts: [
    made('organ', 'office', { name: '棚务处' }),
    made('organ', 'loft', { name: '阁楼' }),
    made('person', 'an', { name: '安笛', organ: { id: '@office' } }),
    made('person', 'wen', { name: '文舟', organ: { id: '@loft' } }),
  ],
}

let house: OpenHouse
let app: Awaited<ReturnType<typeof buildApp>>
let folder: string
let headers: Record<string, string>
let register: Register
let stock: Stock
let living: LivingRecord[]
const url = '/api/registers/thing/records'

async function ask(method: 'GET' | 'POST', path: string, payload?: object | Buffer) {
  const body = payload === undefined ? {} : { payload }
  const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
  const answer = await app.inject({ method, url: path, headers: { ...headers, ...type }, ...body })
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
  return answer
}

async function idsOf(name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.id('ledger', name)}`.execute(house.database)
  return rows.map(({ id }) => id)
}

/** Some of the fields with values, a few of them met more than once. */
function someValues(): fc.Arbitrary<Values> {
  const typed = Object.entries(fields).filter(([, spec]) => isGiven(spec))
  const each = typed.map(([name, spec]) => {
    const files = fc.subarray([...stock.ids('file')], { minLength: 1 })
    return [name, fc.option(spec.type === 'files' ? files : inputsOf(spec, stock), { freq: 4 })] as const
  })
  return fc.record(Object.fromEntries(each))
}

/** What follows from other values, as the examples of `derived` say it, worked out by hand. */
function workedOut({ date0, deadline0, choice0, rows0 }: Values): Values {
  const due = (deadline0 as Deadline | undefined)?.date
  const rows = rows0 as { grade?: string; price?: string }[] | undefined
  const days =
    typeof date0 === 'string' && typeof due === 'string'
      ? Math.round((Date.parse(due) - Date.parse(date0)) / 86_400_000)
      : null
  const chosen = [choice0, ...(rows ?? [{}]).map(({ grade }) => grade)] as (string | undefined)[]
  const highest = Math.max(...chosen.map((grade) => grades.indexOf(grade!)))
  const fen = (rows ?? [{}]).map(({ price }) => (price === undefined ? null : BigInt(price.replace('.', ''))))
  const sum = fen.includes(null) ? null : fen.reduce((all, one) => all! + one!, 0n)!
  return known({
    derived0: days,
    derivedThen: days,
    derived1: chosen.includes(undefined) ? null : grades[highest],
    derived2: sum === null ? null : `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`,
  })
}

const known = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

async function perform(act: string, id: string, version: number, values: Values) {
  await ask('POST', '/api/acts', { register: 'thing', act, id, version, values })
}

/** Everything that is there, page by page, as the door gives it. */
async function listIds(query: string, limit: number): Promise<string[]> {
  const ids: string[] = []
  for (let after = ''; ; ) {
    const page = (await ask('GET', `${url}?limit=${limit}${query}${after}`)).json()
    ids.push(...page.records.map(({ id }: { id: string }) => id))
    if (page.next === null) return ids
    after = `&after=${page.next}`
  }
}

beforeAll(async () => {
  const name = `shed_${uuidv7().replaceAll('-', '')}`
  await ensureDatabase(inject('cluster'), name)
  folder = await mkdtemp(join(tmpdir(), 'anzhi-shed-'))
  const databaseUrl = inject('cluster').replace(/\/postgres(\?|$)/, `/${name}$1`)
  house = await openHouse({ ...readConfig({}), dataDir: folder, databaseUrl }, [shed], () => {})
  await loadDemonstration(house, demonstration)
  app = await buildApp(house, false)
  headers = { 'x-anzhi': 'test' }
  const { userName, password } = demonstration.accounts[0]!
  const cookie = String((await ask('POST', '/api/session', { userName, password })).headers['set-cookie'])
  headers = { ...headers, cookie: cookie.split(';')[0]! }
  for (const caption of ['锹', '耙'])
    await ask('POST', `/api/files?name=${caption}.png`, Buffer.from(drawPicture(caption)))
  register = house.pack.registers.thing!
  const ids: Record<string, string[]> = {}
  for (const target of ['organ', 'person', 'file']) ids[target] = await idsOf(target)
  stock = { options: () => grades, ids: (target) => ids[target] ?? [], days: someDays('2022-08-01', 91) }
})

afterAll(async () => {
  await app.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

test('a record of every type comes back as it was checked, also after it was corrected', async () => {
  const env = envOf(house.pack, today)
  const given = fc.sample(fc.tuple(someValues(), someValues()), { numRuns: 36, seed })
  living = []
  for (const [n, [first, corrected]] of given.entries()) {
    const id = uuidv7()
    await perform('create', id, 0, known(first))
    const isCorrected = n % 3 === 0 && !same(first, corrected)
    if (isCorrected) await perform('correct', id, 1, corrected)
    const record = (await ask('GET', `${url}/${id}`)).json()
    const { serial0, ...values } = record.values
    const expected = Object.entries(known(isCorrected ? corrected : first)).map(([field, value]) => {
      const spec = fields[field]!
      const checked = fieldTypeOf(spec).check(value, spec, env)
      return [field, checked.ok ? checked.value : checked.problems]
    })
    const checked = Object.fromEntries(expected)
    expect(values).toEqual({ ...checked, ...workedOut(checked) })
    expect(serial0).toBe(`YH-2022-${n + 1}`)
    const tracked = Object.fromEntries(
      has((spec) => spec.tracked === true).map((f) => [f, values[f] ?? null]),
    )
    const span = { from: today, until: null, act: 'create', by: id, state: 'recorded', tracked }
    living.push({ id, version: record.version, state: 'recorded', values: record.values, spans: [span] })
  }
  expect(await disagreements(house)).toEqual([])
})

test('every filter finds in the tables what it finds in memory', async () => {
  const { options } = envOf(house.pack, today)
  for (const spec of fc.sample(filterSpecs(register, stock), { numRuns: 400, seed })) {
    const filter = readFilter(register, spec, options)
    if (!filter.ok) throw new Error(JSON.stringify([spec, filter.problems]))
    const expected = living.filter((record) => matches(register, filter.value, keyOfRecord(register, record)))
    const found = await listIds(`&order=serial0&filter=${encodeURIComponent(JSON.stringify(spec))}`, 200)
    expect(found.sort(), JSON.stringify(spec)).toEqual(expected.map(({ id }) => id).sort())
  }
})

test('every field orders in the tables as in memory, over pages of any length', async () => {
  const single = has((spec) => !inParts(spec)).flatMap((name) => [[name], [`-${name}`]])
  for (const written of [...single, ...fc.sample(orders(register), { numRuns: 30, seed })]) {
    const order = readOrder(register, written)
    if (!order.ok || written.length === 0) continue
    const keyed = living.map(({ id, state, values }) => ({
      id,
      keyOf: keyOfRecord(register, { state, values }),
    }))
    const expected = keyed.sort((a, b) => compareRecords(register, order.value, a, b)).map(({ id }) => id)
    expect(await listIds(`&order=${written}`, 7), String(written)).toEqual(expected)
  }
})

test.each(Object.keys(indicators))('the figure %s is the same in the tables and in memory', async (id) => {
  const asked = { period: { from: '2022-01-01', to: today }, asOf: today }
  const expected = figureInMemory(house.pack, house.pack.indicators[id]!, () => living, asked)
  const { figure } = (await ask('GET', `/api/figures/${id}?to=${today}`)).json()
  expect(figure.value).toBe(expected.value)
})

test('a sum leaves out what has another unit', async () => {
  const name = Object.keys(fields).find((field) => fields[field]!.type === 'quantity')!
  const units = new Set(
    living.flatMap(({ values }) => (values[name] == null ? [] : [(values[name] as { unit: string }).unit])),
  )
  expect(units.size).toBeGreaterThan(1)
  const figure = figureInMemory(house.pack, house.pack.indicators[`sum${name}`]!, () => living, {
    period: { from: today, to: today },
    asOf: today,
  })
  expect(Number(figure.value)).toBeGreaterThan(0)
})

describe('a search', () => {
  test.each([
    ['documentNumber0', '汀安办 [2022] 3号', '汀安办〔2022〕3号'],
    ['documentNumber0', '应急现决2022', '（汀）应急现决﹝2022﹞第015号'],
    ['creditCode0', 'ma900002', '91990101MA900002XF'],
    ['phone0', '0512-0000 0000', '051200000000-8'],
  ])('of %s for %s finds %s', async (field, words, value) => {
    const id = uuidv7()
    await perform('create', id, 0, { [field]: value })
    expect(await listIds(`&search=${encodeURIComponent(words)}`, 200)).toContain(id)
    expect(await listIds(`&search=${encodeURIComponent(`${words}99`)}`, 200)).not.toContain(id)
  })

  test('for brackets alone finds nothing by a number', async () => {
    const found = await listIds(`&search=${encodeURIComponent('〔〕')}`, 200)
    expect(found).toEqual([])
  })
})

test('cursors that no page gave are refused, for every kind of column', async () => {
  for (const field of has((spec) => !inParts(spec))) {
    const forged = Buffer.from(JSON.stringify(['\0', living[0]!.id])).toString('base64url')
    const answer = await app.inject({ url: `${url}?order=${field}&after=${forged}`, headers })
    expect([field, answer.statusCode]).toEqual([field, 400])
  }
})

test('what several of a list are chosen in is found by its index', async () => {
  const { rows } = await sql<{ indexdef: string }>`
    select indexdef from pg_indexes where schemaname = 'ledger' and indexname = 'thing_choices0_gin'`.execute(
    house.database,
  )
  expect(rows.map(({ indexdef }) => indexdef)).toEqual([expect.stringContaining('USING gin (choices0)')])
})
