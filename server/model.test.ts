import { addDays } from '@anzhi/engine/calendar'
import { figureInMemory, isTagged, leadsTo } from '@anzhi/engine/indicator'
import type { Indicator, Pack } from '@anzhi/engine/pack'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Context } from './context.ts'
import { reading } from './store/db.ts'
import { readFigure } from './store/figures.ts'
import { disagreements, livingRecords } from './testing/agree.ts'
import type { Living } from './testing/agree-kept.ts'
import { drawWhim, type Scene } from './testing/chance.ts'
import { type Office, openOffice } from './testing/office.ts'
import { changed as changedPack, renameEverywhere } from './testing/packs.ts'
import { playSeason } from './testing/season.ts'
import { aPhoto } from './testing/work.ts'

const rounds = 12
// In the middle of everything, half of the words of the pack become other ones.
const roundOfChange = 6
const district = '990901'
const today = '2022-10-31'
const names = {
  fault: 'defect',
  visit: 'walk',
  owner: 'keeper',
  submitted: 'mended',
  serious: 'grave',
  gardener: 'mender',
}
const tally = { done: 0, refused: 0, figures: 0 }

afterAll(() => {
  // A test in which nobody may do anything would hold for ever.
  expect(tally.done).toBeGreaterThan(100)
  expect(tally.refused).toBeGreaterThan(20)
})

/** People of the office, by chance, several at once; after each round everything that is kept agrees. */
test('whatever people do at once: what was done is kept, what was refused changed nothing, and every figure is one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const office = await openOffice()
      try {
        await handInPhotos(office)
        await playSeason(office)
        for (let round = 0; round < rounds; round += 1) {
          await playRound(draw, office, round === roundOfChange)
          await holdFigures(draw, office)
        }
      } finally {
        await office.close()
      }
    }),
    { numRuns: 5, interruptAfterTimeLimit: 90_000, endOnFailure: true },
  )
}, 240_000)

async function playRound(draw: fc.GeneratorValue, office: Office, changes: boolean): Promise<void> {
  const scene = await sceneOf(office)
  const whims = Array.from({ length: 3 + draw(fc.nat, { max: 5 }) }, () => drawWhim(draw, scene))
  const before = await countAsked(office)
  const changed = changes ? changePack(office) : undefined
  const answers = await Promise.all(
    whims.map(async ({ who, register, act, ...request }) =>
      (await office.as(who)).act(register, act, request),
    ),
  )
  await changed
  const note = JSON.stringify(
    whims.map((whim, i) => ({ ...whim, answer: answers[i]!.status, told: answers[i]!.body.problems })),
  )
  const done = answers.filter(({ status }) => status === 200).length
  expect(
    answers.filter(({ status }) => status >= 500),
    note,
  ).toEqual([])
  expect(await countAsked(office), note).toBe(before + done)
  expect(await disagreements(office.house), note).toEqual([])
  tally.done += done
  tally.refused += answers.length - done
}

/** Other names for registers, fields, states, acts, options and a role, while people work. */
async function changePack({ house, as }: Office): Promise<void> {
  const by = { account: null, district: null, name: '安治', today, at: new Date() }
  await house.changePack(changedPack(renameEverywhere(names)), by)
  // The house goes over to it with the next that it is asked.
  await (await as('lin')).get('/api/session')
}

async function handInPhotos(office: Office): Promise<void> {
  for (const who of ['he', 'bai', 'zhou', 'tao']) {
    const hands = await office.as(who)
    for (const name of ['a', 'b']) await aPhoto(hands, `${who}-${name}`)
  }
}

async function sceneOf({ house }: Office): Promise<Scene> {
  const { rows } = await sql<Omit<Scene['people'][number], 'files'> & { account: string }>`
    select a.id as account, a.user_name as "userName", a.roles, p.organ_id as organ from anzhi.account a
    join ledger.person p on p.district = a.district and p.id = a.person`.execute(house.database)
  const files = await sql<{ account: string; id: string }>`
    select account, record as id from anzhi.event where register = 'file' and act = 'create'`.execute(
    house.database,
  )
  const filesOf = (account: string) =>
    files.rows.filter((file) => file.account === account).map(({ id }) => id)
  const people = rows.map((person) => ({ ...person, files: filesOf(person.account) }))
  return { pack: house.pack, today, people, records: await livingRecords(house) }
}

/** Acts that somebody asked for; those that followed from them name their cause. */
async function countAsked({ house }: Office): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from anzhi.event where cause_register is null`.execute(house.database)
  return rows[0]!.n
}

/** Some figures of every kind, over days and below organs drawn by chance: SQL and memory say the same. */
async function holdFigures(draw: fc.GeneratorValue, office: Office): Promise<void> {
  const { pack } = office.house
  const records = await livingRecords(office.house)
  for (const indicator of drawIndicators(draw, pack)) {
    const [a, b, asOf] = [0, 1, 2].map(() => addDays(today, 5 - draw(fc.nat, { max: 60 }))) as [
      string,
      string,
      string,
    ]
    const period = { from: a < b ? a : b, to: a < b ? b : a }
    const asked = {
      period,
      asOf,
      ...drawNode(draw, pack, indicator, records),
      ...drawScope(draw, pack, indicator, records),
    }
    const wanted = figureInMemory(pack, indicator, ({ id }) => own(records.get(id) ?? []), asked)
    const found = await reading(office.house.database, (db) =>
      readFigure(steward(office, db), indicator, asked),
    )
    expect(found, `${indicator.id} ${JSON.stringify(asked)}`).toEqual(wanted)
    tally.figures += 1
  }
}

function own(records: readonly Living[]): readonly Living[] {
  return records.filter((record) => record.district === district)
}

/** Half of them of one organ, or of what else stands in a tree that leads to the records. */
function drawNode(
  draw: fc.GeneratorValue,
  pack: Pack,
  indicator: Indicator,
  records: ReadonlyMap<string, readonly Living[]>,
) {
  const trees = Object.values(pack.registers).filter(
    ({ tree, id }) => tree !== null && leadsTo(pack, indicator, { tree: id }),
  )
  const nodes = trees.flatMap(({ id: tree }) => own(records.get(tree) ?? []).map(({ id }) => ({ tree, id })))
  return nodes.length === 0 || draw(fc.boolean)
    ? {}
    : { node: nodes[draw(fc.nat, { max: nodes.length - 1 })]! }
}

/** Some of them of one campaign, where records belong to campaigns. */
function drawScope(
  draw: fc.GeneratorValue,
  pack: Pack,
  indicator: Indicator,
  records: ReadonlyMap<string, readonly Living[]>,
) {
  const scopes = own(records.get('scope') ?? [])
  const may = scopes.length > 0 && isTagged(pack, indicator) && draw(fc.boolean)
  return may ? { scope: scopes[draw(fc.nat, { max: scopes.length - 1 })]!.id } : {}
}

function drawIndicators(draw: fc.GeneratorValue, pack: Pack) {
  return draw(() => fc.shuffledSubarray(Object.values(pack.indicators), { minLength: 8, maxLength: 12 }))
}

/** Somebody who sees the whole district. */
function steward({ house }: Office, db: Context['db']): Context {
  const actor = {
    account: '',
    person: '',
    name: '',
    userName: '',
    district,
    organPath: [],
    organs: [],
    roles: ['steward'],
  }
  const { pack, packVersion, past } = house
  return { db, actor, pack, packVersion, past, today, at: new Date(), language: 'zh' } as Context
}
