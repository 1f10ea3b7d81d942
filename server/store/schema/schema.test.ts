import { randomUUID } from 'node:crypto'
import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { disagreements } from '../../testing/agree.ts'
import { type Office, openOffice } from '../../testing/office.ts'
import { addField, changed, shapeOf } from '../../testing/packs.ts'
import { foundFault, notifiedFault } from '../../testing/work.ts'
import { type Database, ensureDatabase, openDatabase } from '../db.ts'
import { applySchema } from './apply.ts'
import { appRole } from './grants.ts'

let office: Office
let owner: Database

beforeAll(async () => {
  office = await openOffice()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    office.house.database,
  )
  owner = openDatabase({ url: urlOf(rows[0]!.name), max: 4 })
})
afterEach(async () => {
  expect(await disagreements(office.house)).toEqual([])
})
afterAll(async () => {
  await owner.destroy()
  await office.close()
})

const urlOf = (name: string) => inject('cluster').replace(/\/postgres(\?|$)/, `/${name}$1`)
const apply = async (pack: Pack, version: string = randomUUID()) => {
  return (await applySchema(owner, pack, version)).steps
}

describe('the tables follow the pack', () => {
  test('and once they do, nothing is changed', async () => {
    const before = await shapeOf(owner)
    expect(await apply(office.house.pack)).toEqual([])
    expect(await shapeOf(owner)).toEqual(before)
  })

  test('a new field adds its columns, and what is there stays as it is', async () => {
    const fault = await foundFault(office)
    const before = await shapeOf(owner)
    const pack = changed((source) => {
      addField('fault', 'witness', { type: 'person' })(source)
      addField('plot', 'soil', { type: 'text' })(source)
    })
    expect(await apply(pack)).toEqual([
      { do: 'addColumn', table: 'plot', column: 'soil', type: 'text' },
      { do: 'addColumn', table: 'fault', column: 'witness_id', type: 'uuid' },
      { do: 'addColumn', table: 'fault', column: 'witness_text', type: 'text' },
      { do: 'addForeignKey', table: 'fault', key: expect.objectContaining({ table: 'person' }) },
      { do: 'createIndex', table: 'fault', index: expect.objectContaining({ name: 'fault_witness_id_ix' }) },
    ])
    expect(await shapeOf(owner)).toEqual(expect.arrayContaining(before))
    expect(await apply(pack)).toEqual([])
    const lin = await office.as('lin')
    const read = await lin.get(`/api/registers/fault/records/${fault.id}`)
    expect(read.body).toMatchObject({ values: fault.values, version: 1 })
  })

  test('a field that is tracked from now on is known for the lives that are there', async () => {
    const fault = await notifiedFault(office, { cost: '12.50' })
    const pack = changed(({ registers }) => {
      const { fields } = registers.fault!
      fields.cost = { ...fields.cost, tracked: true }
      fields.person = { ...fields.person, tracked: true }
    })
    const steps = await apply(pack)
    expect(steps.map((step) => step.do)).toEqual(['addColumn', 'addColumn', 'addColumn', 'fillColumns'])
    const { rows } = await sql`select state, cost, person_id from ledger.fault_span
      where record = ${fault.id}::uuid order by n`.execute(owner)
    const person_id = (fault.values.person as { id: string }).id
    expect(rows).toEqual([
      { state: 'found', cost: '12.50', person_id },
      { state: 'notified', cost: '12.50', person_id },
    ])
    expect(await disagreements({ pack, database: office.house.database })).toEqual([])
  })

  test('a new register gets its tables', async () => {
    const pack = changed((source) => {
      const { visit } = source.registers
      source.registers.winterRound = visit!
    })
    const made = (await apply(pack)).flatMap((step) => (step.do === 'createTable' ? [step.table.name] : []))
    expect(made).toEqual([
      ...['winter_round', 'winter_round_span'],
      // What has several parts is kept beside the record.
      ...['winter_round_teams', 'winter_round_helpers', 'winter_round_picked', 'winter_round_tag'],
    ])
    expect(await apply(pack)).toEqual([])
  })
})

describe('two servers', () => {
  const fresh = async () => {
    const name = `schema_${randomUUID().replaceAll('-', '')}`
    await ensureDatabase(inject('cluster'), name)
    return urlOf(name)
  }
  const both = async (urls: string[]) => {
    const databases = urls.map((url) => openDatabase({ url, max: 1 }))
    try {
      const steps = await Promise.all(
        databases.map(async (db) => (await applySchema(db, office.house.pack, 'same')).steps),
      )
      const shapes = await Promise.all(databases.map((db) => shapeOf(db)))
      return { steps: steps.map((done) => done.length), shapes }
    } finally {
      await Promise.all(databases.map((db) => db.destroy()))
    }
  }

  test('that start at once over an empty database make it once', async () => {
    const url = await fresh()
    const { steps, shapes } = await both([url, url, url])
    expect(steps.filter((count) => count > 0)).toHaveLength(1)
    expect(new Set(shapes.map(String)).size).toBe(1)
    expect(shapes[0]!.length).toBeGreaterThan(100)
  })

  test('that start at once over two databases of one server do not disturb each other', async () => {
    const { steps, shapes } = await both([await fresh(), await fresh()])
    expect(steps[0]).toBe(steps[1])
    expect(shapes[0]).toEqual(shapes[1])
  })
})

describe('the application’s own role', () => {
  const refused = async (statement: string) => {
    const error = await sql
      .raw(statement)
      .execute(office.house.database)
      .then(
        () => undefined,
        (found: unknown) => (found as { code: string }).code,
      )
    return error
  }

  test('is who requests act as', async () => {
    const { rows } = await sql`select current_user as name`.execute(office.house.database)
    expect(rows).toEqual([{ name: appRole }])
  })

  test.each([
    'update anzhi.event set reason = null',
    'delete from anzhi.event',
    'truncate anzhi.event',
    'update anzhi.file_use set record = file',
    'delete from anzhi.file_use',
    'delete from ledger.fault',
    'delete from ledger.file',
    'delete from anzhi.account',
    "insert into anzhi.pack (version, composed) values ('x', '{}')",
    "update anzhi.pack set composed = '{}'",
    "insert into anzhi.pack_change (version, renames) values ('x', '{}')",
    "update anzhi.pack_change set version = 'x'",
    'delete from anzhi.pack_change',
    'do $$ begin lock table anzhi.pack_change in exclusive mode; end $$',
    'alter table ledger.fault rename to mine',
    'alter table ledger.fault rename column what to mine',
    'alter index ledger.fault_state_ix rename to mine',
    'alter table ledger.fault owner to anzhi_app',
    'create trigger mine before insert on anzhi.event for each row execute function suppress_redundant_updates_trigger()',
    'create rule mine as on insert to anzhi.event do instead nothing',
    'delete from anzhi.step',
    'update anzhi.step set n = 1000',
    'create table ledger.mine (n integer)',
    'create table anzhi.mine (n integer)',
    'create table public.mine (n integer)',
    'create schema mine',
    'alter table ledger.fault add column mine integer',
    'alter table anzhi.event disable trigger all',
    'drop table ledger.fault',
    'drop index ledger.fault_state_ix',
    'create index mine on ledger.fault (what)',
    'create role mine',
    'copy anzhi.account to program $$cat$$',
    "select pg_read_file('/etc/hostname')",
    'alter system set fsync = off',
  ])('may not: %s', async (statement) => {
    const census = await office.census()
    expect(await refused(statement)).toBe('42501')
    expect(await office.census()).toEqual(census)
  })

  test('may not write anything in what only reads', async () => {
    const { reading } = await import('../db.ts')
    const write = reading(office.house.database, (db) =>
      sql`update anzhi.account set version = 1`.execute(db),
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })
})
