import { randomUUID } from 'node:crypto'
import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { disagreements } from '../../testing/agree.ts'
import { type Office, openOffice } from '../../testing/office.ts'
import {
  addField,
  removeField,
  renameEverywhere,
  type Source,
  type Spoil,
  shapeOf,
  sourceWith,
  withoutFigures,
} from '../../testing/packs.ts'
import { playSeason } from '../../testing/season.ts'
import { done, foundFault, notifiedFault } from '../../testing/work.ts'
import { ensureDatabase, openDatabase } from '../db.ts'
import { applySchema } from './apply.ts'
import { followingTables } from './carry-out.ts'
import { sayPlan } from './say-plan.ts'

const urlOf = (name: string) => inject('cluster').replace(/\/postgres(\?|$)/, `/${name}$1`)
const open: Office[] = []
let office: Office

beforeEach(async () => {
  office = await openOffice()
  open.push(office)
})
afterEach(async () => {
  expect(await disagreements(office.house)).toEqual([])
})
afterAll(async () => {
  for (const one of open) await one.close()
})

/** Puts a pack in the place of the one that holds, by the hand of 秦朗, who keeps the accounts. */
async function change(...spoils: Spoil[]) {
  const { steps } = done(await asked(...spoils))
  return { steps: steps.map(({ do: what }) => what), texts: steps.map(({ text }) => text) }
}

async function asked(...spoils: Spoil[]) {
  const qin = await office.as('qin')
  return qin.post('/api/pack/apply', { packs: [sourceWith(...spoils)] })
}

/** The shape of a database that never had another pack. */
async function freshShape(pack: Pack): Promise<string[]> {
  const name = `fresh_${randomUUID().replaceAll('-', '')}`
  await ensureDatabase(inject('cluster'), name)
  const db = openDatabase({ url: urlOf(name), max: 1 })
  try {
    await applySchema(db, pack, 'fresh')
    return await shapeOf(db)
  } finally {
    await db.destroy()
  }
}

const names = {
  fault: 'defect',
  visit: 'walk',
  owner: 'keeper',
  foundBy: 'finder',
  submitted: 'mended',
  submit: 'hand',
  serious: 'grave',
  number: 'mark',
  gardener: 'mender',
  picked: 'gathered',
  crop: 'fruits',
  baskets: 'trugs',
  teams: 'crews',
  dig: 'delve',
}

describe('what is called otherwise is the same as before', () => {
  test('tables, columns, indexes and keys are named as if it had never been called anything else', async () => {
    await change(renameEverywhere(names))
    const owner = office.house.database
    expect(await shapeOf(owner)).toEqual(await freshShape(office.house.pack))
    expect(Object.keys(office.house.pack.registers)).toContain('defect')
  })

  test('records, lives and figures are there, and the work goes on', async () => {
    const faults = await playSeason(office)
    const lin = await office.as('lin')
    const he = await office.as('he')
    const tool = { label: '锹-1', name: '锹', garden: { id: await office.idOf('organ', '东园') } }
    const lent = { lentFor: { register: 'fault', id: faults.b }, uses: ['carry', 'dig'] }
    const spade = done(await he.act('tool', 'create', { values: { ...tool, ...lent } }))
    const before = done(await lin.get('/api/figures?from=2022-09-01'))
    await change(renameEverywhere(names))
    const after = done(await lin.get('/api/figures?from=2022-09-01'))
    expect(after.figures.map(({ value }) => value)).toEqual(before.figures.map(({ value }) => value))
    const b = done(await lin.get(`/api/registers/defect/records/${faults.b}`))
    expect(b.values).toMatchObject({ mark: expect.stringMatching(/^YD-2022-/), grade: 'grave' })
    expect(b.state).toBe('verified')
    const read = done(await he.get(`/api/registers/tool/records/${spade.id}`))
    expect(read.values).toMatchObject({ lentFor: { register: 'defect' }, uses: ['delve', 'carry'] })
    expect(await disagreements(office.house)).toEqual([])
    // The running number goes on, the roles are those of now, and whoever mended it may not look at it.
    const { id: plot } = b.values.plot as { id: string }
    const values = { what: '井盖松动', grade: 'minor', foundOn: '2022-10-20', plot: { id: plot } }
    const finder = { id: await office.idOf('organ', '东园') }
    const found = done(await he.act('defect', 'create', { values: { ...values, finder } }))
    expect(found.values.mark).toBe('YD-2022-7')
    const tao = done(await (await office.as('tao')).get('/api/session'))
    expect(tao.roles).toEqual(['mender'])
  })

  test('a history says what happened in the words of then, by the names of now', async () => {
    const fault = await notifiedFault(office, { grade: 'serious' })
    await change(renameEverywhere({ fault: 'defect', owner: 'keeper', serious: 'grave' }), ({ words }) => {
      words.zh['field.defect.keeper'] = '承办'
      words.zh['option.defect-grade.grave'] = '特大'
    })
    const lin = await office.as('lin')
    const { events } = done(await lin.get(`/api/registers/defect/records/${fault.id}/history`))
    expect(events.map(({ act }) => act)).toEqual(['create', 'notify'])
    expect(events[0]).toMatchObject({ after: { grade: 'grave' } })
    expect(events[1]!.after).toHaveProperty('keeper')
    const was = sourceWith().words.zh
    expect(events[0]!.words).toEqual({ 'option.defect-grade.grave': was['option.fault-grade.serious'] })
    expect(events[1]!.words).toEqual({ 'field.defect.keeper': was['field.fault.owner'] })
    const { rows } = await sql`select register, after ->> 'grade' as grade from anzhi.event
      where record = ${fault.id}::uuid and version = 1`.execute(office.house.database)
    expect(rows).toEqual([{ register: 'fault', grade: 'serious' }])
  })

  test('the last act can be taken back across the change', async () => {
    const fault = await notifiedFault(office)
    await change(renameEverywhere({ fault: 'defect', owner: 'keeper', found: 'seen' }))
    const he = await office.as('he')
    const undone = done(await he.act('defect', 'undo', { id: fault.id, version: 2 }))
    expect(undone).toMatchObject({ state: 'seen', version: 3 })
    expect(undone.values).not.toHaveProperty('keeper')
  })

  test('an earlier name that was left out on the way is found, and one long done is no matter', async () => {
    await foundFault(office, { cost: '12.50' })
    const price: Spoil = (source) => {
      renameEverywhere({ cost: 'outlay' })(source)
      source.registers.fault!.fields.outlay!.was = ['charge', 'cost', 'fee'] as never
    }
    expect((await change(price)).texts).toEqual(['数据表 fault：列 cost 改名为 outlay'])
    expect((await change(price)).steps).toEqual([])
  })
})

describe('what would be lost is refused, all at once, and nothing is changed', () => {
  test('fields, options, states, roles and types', async () => {
    const he = await office.as('he')
    const garden = { id: await office.idOf('organ', '东园') }
    done(await he.act('tool', 'create', { values: { name: '筐', garden, uses: ['carry'] } }))
    await foundFault(office, { grade: 'serious', cost: '3' })
    await notifiedFault(office, { grade: 'serious' })
    const before = await shapeOf(office.house.database)
    const census = await office.census()
    const { status, body } = await asked(withoutFigures, refusing)
    expect(status).toBe(422)
    expect(body.problems.map(({ values }) => values!.text).sort()).toEqual(
      [
        '台账 fault 的字段 cost 不能去掉：有 1 条记录填了它。改名请写 was',
        '台账 fault 的字段 grade：选项 serious 不能去掉，有 2 条记录用到它。改名请写 renamed',
        '台账 fault 的状态 found 不能去掉：有 2 条记录处于或曾处于该状态。改名请写 life.was',
        '台账 plot 的字段 area 不能由 integer 改为 text：有 3 条记录填了它',
        '台账 plot 的字段 name 不能改为必填：有 2 条记录未填，且没有写 default',
        '台账 tool 的字段 uses：选项 carry 不能去掉，有 1 条记录用到它。改名请写 renamed',
        '角色 warden 不能去掉：有 2 个帐号持有它。改名请写 was',
      ].sort(),
    )
    expect(await shapeOf(office.house.database)).toEqual(before)
    expect(await office.census()).toEqual(census)
  })
})

/** Takes away, or changes, something of everything. */
function refusing(source: Source): void {
  const text = JSON.stringify(source).replaceAll('"warden"', '"keeper"').replaceAll('"found"', '"seen"')
  Object.assign(source, JSON.parse(text))
  source.options['fault-grade'] = ['minor']
  source.options['tool-use'] = ['dig', 'water', 'prune']
  removeField('fault', 'cost')(source)
  source.registers.plot!.fields.area = { type: 'text' }
  source.registers.plot!.fields.name!.required = true
}

describe('what is required from now on', () => {
  test('is filled in where it has a default, and every record’s history says so', async () => {
    const fault = await notifiedFault(office)
    const lin = await office.as('lin')
    const open = done(await lin.get(`/api/registers/fault/records/${fault.id}`))
    const { texts } = await change(
      addField('fault', 'urgency', {
        type: 'choice',
        options: 'fault-grade',
        required: true,
        default: 'minor',
        tracked: true,
      }),
      addField('plot', 'fenced', { type: 'yesNo', required: true, default: false }),
    )
    expect(texts.filter((text) => text.includes('补为'))).toEqual([
      '台账 plot：3 条记录的字段 fenced 未填，补为 false，并记入各条记录的历史',
      '台账 fault：1 条记录的字段 urgency 未填，补为 minor，并记入各条记录的历史',
    ])
    const read = done(await lin.get(`/api/registers/fault/records/${fault.id}`))
    expect(read).toMatchObject({ version: 3, values: { ...fault.values, urgency: 'minor' } })
    const { events } = done(await lin.get(`/api/registers/fault/records/${fault.id}/history`))
    expect(events[2]).toMatchObject({
      act: 'fill',
      by: { name: '秦朗' },
      before: { urgency: null },
      after: { urgency: 'minor' },
    })
    // Whoever had the record open is told what changed.
    const late = await lin.act('fault', 'extend', { id: fault.id, version: open.version, reason: '雨' })
    expect(late.status).toBe(409)
    expect(late.body.problems.map(({ code, field }) => [code, field])).toContainEqual(['stale', 'urgency'])
    const undone = await (await office.as('qin')).act('fault', 'undo', { id: fault.id, version: 3 })
    expect(undone.status).toBe(422)
  })
})

describe('what follows from other values', () => {
  test('is worked out for the records that are there, and worked out anew when it follows otherwise', async () => {
    const fault = await notifiedFault(office)
    const days = (from: string[]) =>
      addField('fault', 'waited', {
        type: 'derived',
        as: { type: 'integer' },
        from: { daysBetween: from },
        tracked: true,
      })
    const { texts } = await change(days(['foundOn', 'due']), addField('fault', 'askedOn', { type: 'date' }))
    expect(texts).toContain('台账 fault：按现有数值重新计算 waited，有变化的记入各条记录的历史')
    const lin = await office.as('lin')
    const read = async () => done(await lin.get(`/api/registers/fault/records/${fault.id}`))
    expect(await read()).toMatchObject({ version: 3, values: { waited: 8 } })
    expect(await disagreements(office.house)).toEqual([])
    await change(days(['foundOn', 'askedOn']), addField('fault', 'askedOn', { type: 'date' }))
    const after = await read()
    expect(after.version).toBe(4)
    expect(after.values).not.toHaveProperty('waited')
    const { events } = done(await lin.get(`/api/registers/fault/records/${fault.id}/history`))
    expect(events.slice(2)).toMatchObject([
      { act: 'fill', before: { waited: null }, after: { waited: 8 } },
      { act: 'fill', before: { waited: 8 }, after: { waited: null } },
    ])
  })
})

describe('a name that is free again', () => {
  test('may hold something of another type: what was there and empty is set aside', async () => {
    await change(addField('plot', 'soil', { type: 'integer' }))
    await change()
    const { steps } = await change(addField('plot', 'soil', { type: 'person' }))
    expect(steps).toEqual(['addColumn', 'addColumn', 'addForeignKey', 'createIndex'])
    await change()
    const again = await change(addField('plot', 'soil', { type: 'text' }))
    expect(again.steps).toEqual(['setAside', 'addColumn'])
  })
})

test('every table of the system that names registers follows a rename, but for what was written once for all', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'anzhi' and column_name = 'register' order by 1`.execute(office.house.database)
  expect(rows.map(({ name }) => name)).toEqual([...followingTables, 'event'].sort())
})

test('every step has its words in both languages', () => {
  const table = { name: 't', columns: [], primaryKey: [], foreignKeys: [], indexes: [] }
  const plan = { from: null, to: 'x', refusals: [], renames: { registers: {}, roles: {}, of: {} } }
  for (const language of ['zh', 'en'] as const) {
    const { steps } = sayPlan(language, { ...plan, steps: [{ do: 'createTable', table }] })
    expect(steps[0]!.text).toMatch(/t$/)
  }
})
