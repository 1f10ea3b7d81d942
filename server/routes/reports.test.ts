import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import { playSeason } from '../testing/season.ts'
import { unzip } from '../testing/unzip.ts'
import { done, refusals } from '../testing/work.ts'

let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  await playSeason(office)
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const october = '?from=2022-10-01&to=2022-10-31'
const report = async (who: string, query = october) =>
  done(await (await office.as(who)).get(`/api/reports/season${query}`))

const sentences = [
  '市民菜园园季小结',
  '自2022年10月1日至2022年10月31日，园务处照看在册地块3块，其中通水3块。以下存量数字截至2022年10月31日。',
  '一、园里的活',
  '（一）巡园',
  '巡园4次，出动10人次，到过地块3块，采收48千克，摊位净收入80.25元。',
  '（二）修补',
  '发现毛病5处，修好2处，修好率40.0%；大毛病2处，占400‰。还有3处没有修好，其中1处过了期限。',
  '这一季先发现的是水管漏水，最后一次日常巡园到了D-02，采收日定在〔待补：采收日〕。过了期限还没有修好的有水渠淤塞，共1处。',
  '二、成效',
  '这一季的成效：一是有收成，采收48千克；二是摊位见了数，净收入80.25元；三是有人管，告知养护人2位；四是修得快，修好率40.0%。',
  '大毛病占400‰。',
  '园务处',
  '2022年10月31日',
]

test('a report says the hand-counted figures, each with its source', async () => {
  const { document, period, asOf } = await report('lin')
  expect([period, asOf]).toEqual([{ from: '2022-10-01', to: '2022-10-31' }, '2022-10-31'])
  expect(document.title).toBe('市民菜园园季小结')
  expect(document.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(sentences)
  const figures = document.blocks.flatMap(({ runs }) => runs.flatMap(({ figure }) => figure ?? []))
  expect(figures).toHaveLength(20)
  const lin = await office.as('lin')
  for (const figure of figures) {
    const url = `/api/figures/${figure.indicator}${october}`
    expect(done(await lin.get(url)).figure).toEqual(figure)
  }
})

test('a report names the records that its slots find, and what it could not or need not say', async () => {
  const { document } = await report('lin')
  const slots = document.blocks.flatMap(({ runs }) => runs.flatMap(({ slot }) => slot ?? []))
  const lin = await office.as('lin')
  const named = await Promise.all(
    slots.map(async ({ register, records }) =>
      done(await lin.get(`/api/registers/${register}/records/${records[0]}`)),
    ),
  )
  expect(named.map(({ values }) => values.what ?? values.visitedOn)).toEqual([
    '水管漏水',
    '2022-10-31',
    '水渠淤塞',
  ])
  expect(document.gaps).toEqual([{ code: 'severalRecords', id: 'harvestDay', name: '采收日', count: 2 }])
  expect(document.leftOut).toEqual([{ text: '借出园具的有0家', why: 'zero', figures: ['borrowers'] }])
})

test('a report in English says the same figures', async () => {
  const { document } = await report('lin', `${october}&language=en`)
  const text = document.blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  for (const figure of ['80.25', '40.0%', '400‰', '2022-10-31']) expect(text).toContain(figure)
  expect(document.title).not.toMatch(/\p{Script=Han}/u)
})

test('a report as of an earlier day is the report of that day', async () => {
  const { document } = await report('lin', '?from=2022-10-01&to=2022-10-07&asOf=2022-10-07')
  const text = document.blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  expect(text).toContain(
    '发现毛病4处，修好1处，修好率25.0%；大毛病1处，占250‰。还有3处没有修好，其中0处过了期限。',
  )
})

test('白露’s report is of her part only', async () => {
  const { document } = await report('bai')
  const text = document.blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
  expect(text).toContain('发现毛病1处，修好0处，修好率0.0%；大毛病1处，占1000‰。')
  // Of two harvest days she sees one, so it is the only one.
  expect(text).toContain('最后一次日常巡园到了〔待补：最后巡到的地块〕，采收日定在2022年10月20日。')
})

test('the same report as a Word file carries the same sentences', async () => {
  const lin = await office.as('lin')
  const answer = await lin.get(`/api/reports/season/docx${october}`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
  const name = /filename\*=UTF-8''(.*)$/.exec(String(answer.headers['content-disposition']))![1]!
  expect(decodeURIComponent(name)).toBe('市民菜园园季小结（2022-10-31）.docx')
  const parts = unzip(answer.bytes)
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
  const paragraphs = parts['word/document.xml']!.toString().split('</w:p>')
  const texts = paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )
  // Where a line may break and where not is the layout's; the words are the report's.
  const plain = texts.map((text) => text.replace(/[\u2060\u200b]/g, '').trim())
  for (const sentence of sentences) expect(plain).toContain(sentence)
})

test.each(['/nothing', '/nothing/docx', '/toString', '/__proto__/docx'])(
  'there is no report %s',
  async (path) => {
    const answer = await (await office.as('lin')).get(`/api/reports${path}`)
    expect([answer.status, refusals(answer)]).toEqual([404, ['noSuchReport report']])
  },
)

test('a report over days that cannot be is refused', async () => {
  const lin = await office.as('lin')
  for (const path of ['season', 'season/docx']) {
    const answer = await lin.get(`/api/reports/${path}?from=2022-10-31&to=2022-10-01`)
    expect([answer.status, refusals(answer)]).toEqual([400, ['badPeriod to']])
  }
})
