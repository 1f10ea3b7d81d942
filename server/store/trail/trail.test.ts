import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../testing/office.ts'
import { foundFault, refusals } from '../../testing/work.ts'
import { openDatabase, reading } from '../db.ts'
import { type Mark, markNow, sealUpTo } from './seal.ts'
import { verifyTrail } from './verify.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const database = () => office.house.database
const verdict = () => reading(database(), verifyTrail)

/** Transactions of the whole cluster are waited for; other tests have some too. */
async function sealSoon(mark: Mark): Promise<void> {
  await expect.poll(() => sealUpTo(database(), mark), { timeout: 20_000 }).toBe(true)
}

async function seal(): Promise<void> {
  await sealSoon(await markNow(database()))
}

describe('the trail', () => {
  test('knows who came, who was turned away, who left and what left the house', async () => {
    await office.signIn('he')
    await office.signIn('he', 'guessed-wrong-123').catch(() => {})
    await office.signIn('nobody-of-ours', 'guessed-wrong-123').catch(() => {})
    const tao = await office.signIn('tao')
    await tao.get('/api/reports/season/docx?asOf=2022-10-31')
    await tao.del('/api/session')
    const { rows } = await sql<{ what: string; by: string | null; detail: unknown }>`
      select what, by_name as by, detail from anzhi.trail order by seq`.execute(database())
    const he = rows.find(({ what }) => what === 'signIn')!.by
    const tell = rows.map(({ what, by }) => [what, by])
    expect(tell).toEqual([
      ['signIn', he],
      ['signInRefused', he],
      // What was typed there may have been a password.
      ['signInRefused', null],
      ['signIn', expect.not.stringMatching(`^${he}$`)],
      ['export', tell[3]![1]],
      ['signOut', tell[3]![1]],
    ])
    expect(rows[4]!.detail).toEqual({ url: '/api/reports/season/docx?asOf=2022-10-31' })
    expect(JSON.stringify(rows)).not.toMatch(/guessed|nobody-of-ours/)
  })

  test('is not changed by the application, nor are its seals', async () => {
    await seal()
    for (const table of ['event', 'trail', 'seal', 'seal_entry']) {
      for (const change of [
        sql`delete from ${sql.id('anzhi', table)}`,
        sql`truncate ${sql.id('anzhi', table)}`,
      ])
        await expect(change.execute(database())).rejects.toThrow('permission denied')
    }
    await expect(sql`update anzhi.seal set n = 9`.execute(database())).rejects.toThrow('permission denied')
    await expect(sql`update anzhi.event set reason = 'x'`.execute(database())).rejects.toThrow(
      'permission denied',
    )
  })

  test('is verified over the installation’s own socket only', async () => {
    const answer = await (await office.as('lin')).get('/api/trail/verify')
    expect([answer.status, refusals(answer)]).toEqual([404, ['notFound']])
  })
})

describe('a seal', () => {
  test('covers what is there, and says what is not covered yet', async () => {
    await foundFault(office)
    await seal()
    const before = await verdict()
    expect(before).toMatchObject({ bent: null, unsealed: 0, last: expect.stringMatching(/^[0-9a-f]{64}$/) })
    await foundFault(office)
    expect(await verdict()).toEqual({ ...before, unsealed: 1 })
    await seal()
    const after = await verdict()
    expect([after.seals, after.entries]).toEqual([before.seals + 1, before.entries + 1])
    await seal()
    expect(await verdict()).toEqual(after)
  })

  test('waits for a transaction that took its number earlier and is not committed', async () => {
    const slow = openDatabase({ url: office.url, max: 1 })
    let finish = () => {}
    let writing: Promise<void> | undefined
    await new Promise<void>((begun) => {
      writing = slow.transaction().execute(async (db) => {
        await sql`insert into anzhi.trail (at, what, detail) values (now(), 'signIn', '{}')`.execute(db)
        begun()
        await new Promise<void>((resolve) => {
          finish = resolve
        })
      })
    })
    await foundFault(office)
    const mark = await markNow(database())
    const before = await verdict()
    expect(await sealUpTo(database(), mark)).toBe(false)
    expect((await verdict()).seals).toBe(before.seals)
    finish()
    await writing
    await sealSoon(mark)
    expect(await verdict()).toMatchObject({ bent: null, unsealed: 0 })
    await slow.destroy()
  })

  test('is one chain, however many seal at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => foundFault(office)))
    const marks = await Promise.all(Array.from({ length: 4 }, () => markNow(database())))
    await Promise.all(marks.map(sealSoon))
    expect(await verdict()).toMatchObject({ bent: null, unsealed: 0 })
  })
})

describe('whoever owns the database and bends', () => {
  let owner: ReturnType<typeof openDatabase>
  let seqs: string[]
  beforeAll(async () => {
    owner = openDatabase({ url: office.url, max: 1 })
  })
  beforeEach(async () => {
    await foundFault(office)
    await foundFault(office)
    await seal()
    const { rows } = await sql<{
      seq: string
    }>`select seq from anzhi.event order by seq desc limit 2`.execute(owner)
    seqs = rows.map(({ seq }) => seq).reverse()
  })
  afterAll(() => owner.destroy())

  /** Bends in a transaction that is given up, and tells what the trail says meanwhile. */
  async function bent(bend: ReturnType<typeof sql>[]) {
    let found: unknown
    await owner
      .transaction()
      .execute(async (db) => {
        for (const step of bend) await step.execute(db)
        found = (await verifyTrail(db)).bent
        throw new Error('given up')
      })
      .catch((error: Error) => expect(error.message).toBe('given up'))
    expect((await verdict()).bent).toBeNull()
    return found
  }

  test('a word of an act, is told which', async () => {
    const update = sql`update anzhi.event set after = jsonb_set(after, '{what}', '"ok"') where seq = ${seqs[0]}`
    expect(await bent([update])).toEqual({ entry: 'event', seq: seqs[0], what: 'changed' })
  })

  test.each([
    ['the name of who did it', sql`by_name = by_name || ' '`],
    ['its moment, by a microsecond', sql`at = at + interval '1 microsecond'`],
    ['its day', sql`day = day - 1`],
    ['whose paper it was', sql`behalf_paper = record`],
  ])('%s, is told too', async (_what, change) => {
    expect(await bent([sql`update anzhi.event set ${change} where seq = ${seqs[1]}`])).toEqual({
      entry: 'event',
      seq: seqs[1],
      what: 'changed',
    })
  })

  test('by taking an act away, or a later one too, is told the first', async () => {
    const gone = { entry: 'event', seq: seqs[0], what: 'gone' }
    expect(await bent([sql`delete from anzhi.event where seq = ${seqs[0]}`])).toEqual(gone)
    expect(await bent([sql`delete from anzhi.event where seq >= ${seqs[0]}`])).toEqual(gone)
  })

  test('by slipping in a sign-in under an old number, is told', async () => {
    const slip = sql`insert into anzhi.trail (seq, at, what, detail) overriding system value
      select -1, now(), 'signIn', '{}'`
    expect(await bent([slip])).toEqual({ entry: 'trail', seq: '-1', what: 'added' })
  })

  test('the kept hash with it, is told by the seal; and each seal by the next', async () => {
    const entry = sql`update anzhi.seal_entry set hash = sha256('x') where source = 'event' and seq = ${seqs[0]}`
    const { seals } = await verdict()
    expect(await bent([entry])).toEqual({ seal: seals, what: 'changed' })
    const first = sql`update anzhi.seal set hash = sha256('x') where n = 1`
    expect(await bent([first])).toEqual({ seal: 1, what: 'changed' })
    await foundFault(office)
    await seal()
    const hole = [sql`delete from anzhi.seal_entry where seal = 1`, sql`delete from anzhi.seal where n = 1`]
    expect(await bent(hole)).toEqual({ seal: 1, what: 'gone' })
  })
})
