import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawPicture } from '../demo/picture.ts'
import { largestUpload } from '../http/app.ts'
import { disagreements } from '../testing/agree.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { disguises, docx, jpeg, pdf } from '../testing/papers.ts'
import {
  aPhoto,
  done,
  faultValues,
  foundFault,
  inTheWest,
  next,
  notifiedFault,
  refusals,
  toTheTeam,
} from '../testing/work.ts'

let office: Office
const photo = (name: string) => Buffer.from(drawPicture(name))

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

describe('a file is handed in', () => {
  test('and is what its content is, whatever its name says', async () => {
    const he = await office.as('he')
    const content = photo('one')
    const before = await office.census()
    const answer = await he.hand('井盖.docx', content)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      id: expect.any(String),
      name: '井盖.docx',
      mediaType: 'image/png',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    const read = await he.get(`/api/files/${answer.body.id}`)
    expect(read.bytes.equals(content)).toBe(true)
    expect(read.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'no-store',
    })
    expect(read.headers).not.toHaveProperty('content-disposition')
    const record = done(await he.get(`/api/registers/file/records/${answer.body.id}`))
    expect(record).toMatchObject({
      title: '井盖.docx',
      values: { receivedOn: '2022-10-31' },
      may: ['remark'],
    })
    expect(await office.census()).toEqual({
      ...before,
      'anzhi.event': before['anzhi.event']! + 1,
      'ledger.file': before['ledger.file']! + 1,
      'ledger.file_span': before['ledger.file_span']! + 1,
    })
  })

  test.each([
    ['a photo', 'photo.jpg', jpeg, 'image/jpeg', false],
    ['a paper', "整改'通知(1)*.pdf", pdf, 'application/pdf', true],
    [
      'a letter',
      '函.docx',
      docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      true,
    ],
  ])('as %s, shown or saved', async (_what, name, content, mediaType, saved) => {
    const he = await office.as('he')
    const file = done(await he.hand(name, content))
    expect(file.mediaType).toBe(mediaType)
    const { headers, bytes } = await he.get(`/api/files/${file.id}`)
    expect([headers['content-type'], bytes.equals(content)]).toEqual([mediaType, true])
    const disposition = headers['content-disposition']
    if (!saved) return expect(disposition).toBeUndefined()
    const [, written] = /^attachment; filename\*=UTF-8''([\w.%-]+)$/.exec(String(disposition))!
    expect(decodeURIComponent(written!)).toBe(name)
  })

  test('twice, and its content is kept once, under nobody’s name', async () => {
    const [he, bai] = [await office.as('he'), await office.as('bai')]
    const content = photo('the same')
    const [mine, yours] = [done(await he.hand('a.png', content)), done(await bai.hand('b.png', content))]
    expect(mine.sha256).toBe(yours.sha256)
    expect(mine.id).not.toBe(yours.id)
    expect((await bai.get(`/api/files/${mine.id}`)).status).toBe(404)
    const folder = join(office.house.files.folder, mine.sha256.slice(0, 2))
    expect(await readdir(folder)).toEqual([mine.sha256])
    expect((await readFile(join(folder, mine.sha256))).equals(content)).toBe(true)
  })

  test.each([
    ['../../../etc/cron.d/x.png', 'x.png'],
    ['C:\\Users\\he\\照片.png', '照片.png'],
    ['a\u0001\u0007b\r\nSet-Cookie: x.png', 'abSet-Cookie: x.png'],
    ['  .png  ', '.png'],
    ['/', '文件'],
    ['名\u00a0称.png', '名 称.png'],
    ['"quoted";.png', '"quoted";.png'],
  ])('under the name “%s”, which is only ever shown', async (name, shown) => {
    const he = await office.as('he')
    expect(done(await he.hand(name, photo('named'))).name).toBe(shown)
  })
})

describe('a file is refused', () => {
  test.each(disguises)('when it is %s', async (_what, name, content) => {
    const he = await office.as('he')
    const before = await office.census()
    const kept = await countKept()
    const answer = await he.hand(name, content)
    expect([answer.status, refusals(answer)]).toEqual([415, ['wrongType body']])
    expect(await office.census()).toEqual(before)
    expect(await countKept()).toBe(kept)
  })

  test('when it is nothing, has no name, or comes as something else than bytes', async () => {
    const he = await office.as('he')
    const empty = await he.hand('a.png', Buffer.alloc(0))
    expect([empty.status, refusals(empty)]).toEqual([422, ['required body']])
    const bytes = { 'content-type': 'application/octet-stream' }
    const send = async (query: string, headers: Record<string, string> = bytes) =>
      he.post(`/api/files${query}`, photo('x'), headers)
    expect(refusals(await send(''))).toEqual(['badRequest name'])
    expect(refusals(await send('?name='))).toEqual(['badRequest name'])
    expect(refusals(await send(`?name=${'x'.repeat(201)}`))).toEqual(['badRequest name'])
    expect(refusals(await send('?name=a%00b.png'))).toEqual(['badRequest name'])
    const typed = await send('?name=a.png', { 'content-type': 'image/png' })
    expect([typed.status, refusals(typed)]).toEqual([415, ['wrongType body']])
    const stranger = await office.stranger.hand('a.png', photo('x'))
    expect([stranger.status, refusals(stranger)]).toEqual([401, ['signedOut']])
  })

  test('when it is larger than 25 MB, and not before', async () => {
    const he = await office.as('he')
    const large = Buffer.concat([pdf, Buffer.alloc(largestUpload - pdf.length, 0x20)])
    expect(done(await he.hand('large.pdf', large)).size).toBe(26_214_400)
    const answer = await he.hand('larger.pdf', Buffer.concat([large, Buffer.from(' ')]))
    expect([answer.status, answer.body.problems]).toEqual([
      413,
      [{ code: 'tooLarge', field: 'body', values: { max: 26_214_400 } }],
    ])
    // From nobody it is not even read.
    const stranger = await office.stranger.hand('larger.pdf', Buffer.concat([large, Buffer.from(' ')]))
    expect([stranger.status, refusals(stranger)]).toEqual([401, ['signedOut']])
  })
})

describe('a file is seen', () => {
  const sees = async (who: string, id: string) => {
    const caller = await office.as(who)
    const [content, record, history] = await Promise.all([
      caller.get(`/api/files/${id}`),
      caller.get(`/api/registers/file/records/${id}`),
      caller.get(`/api/registers/file/records/${id}/history`),
    ])
    const { records } = done(await caller.get('/api/registers/file/records?limit=200'))
    const answers = [content.status, record.status, history.status].map((status) => status === 200)
    const all = [...answers, records.some((file) => file.id === id)]
    // One answer to one question, wherever it is asked.
    expect(new Set(all).size, `${who} ${all}`).toBe(1)
    return all[0]
  }
  const seers = async (id: string) => {
    const names = ['lin', 'he', 'bai', 'zhou', 'tao', 'qin']
    const seen = await Promise.all(names.map(async (name) => ((await sees(name, id)) ? [name] : [])))
    return seen.flat()
  }

  test('by who handed it in, and by nobody else until a record shows it', async () => {
    const he = await office.as('he')
    const id = await aPhoto(he, 'shown later')
    expect(await seers(id)).toEqual(['he'])
    const fault = await foundFault(office, { before: [id] })
    // 林晚 and 秦朗 see the whole district.
    expect(await seers(id)).toEqual(['lin', 'he', 'qin'])
    await next(he, 'notify', fault, { values: await toTheTeam(office) })
    expect(await seers(id)).toEqual(['lin', 'he', 'zhou', 'qin'])
  })

  test('also when the record shows it no more: its history still does', async () => {
    const he = await office.as('he')
    const [old, better] = [await aPhoto(he, 'blurred'), await aPhoto(he, 'sharp')]
    const fault = await notifiedFault(office, { before: [old] })
    await next(he, 'correct', fault, { values: { before: [better] }, reason: '换一张' })
    expect(await seers(old)).toEqual(['lin', 'he', 'zhou', 'qin'])
    expect(await seers(better)).toEqual(['lin', 'he', 'zhou', 'qin'])
  })

  test('by its title only where it is seen', async () => {
    const [he, zhou] = [await office.as('he'), await office.as('zhou')]
    const mine = await aPhoto(zhou, 'mended by zhou')
    const fault = await notifiedFault(office)
    await next(zhou, 'submit', fault, { values: { after: [mine] } })
    const read = done(await he.get(`/api/registers/fault/records/${fault.id}`))
    expect(read.titles.file).toEqual({ [mine]: 'mended by zhou.png' })
  })

  test('and nobody gets to see it by linking to it', async () => {
    const bai = await office.as('bai')
    const id = await aPhoto(await office.as('he'), 'of the east')
    await foundFault(office, { before: [id] })
    const before = await office.census()
    const { organ: _, ...west } = await inTheWest(office)
    const values = { ...(await faultValues(office)), ...west, before: [id] }
    const answer = await bai.act('fault', 'create', { values })
    expect([answer.status, refusals(answer)]).toEqual([422, ['notFound before']])
    expect(await office.census()).toEqual(before)
    expect(await sees('bai', id)).toBe(false)
  })
})

test('a photo whose content has been lost is our fault, and says no more', async () => {
  const he = await office.as('he')
  const id = await aPhoto(he, 'lost')
  const lost = sql`update ledger.file set sha256 = ${'0'.repeat(64)} where id = ${id}::uuid`
  await lost.execute(office.house.database)
  const answer = await he.get(`/api/files/${id}`)
  expect([answer.status, answer.body]).toEqual([500, { problems: [{ code: 'internal' }] }])
  await sql`update ledger.file set sha256 = e.after->>'sha256' from anzhi.event e
    where e.record = file.id and file.id = ${id}::uuid`.execute(office.house.database)
})

async function countKept(): Promise<number> {
  const entries = await readdir(office.house.files.folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

describe('what is said of a file', () => {
  const hand = async (stated: string) => {
    const he = await office.as('he')
    const headers = { 'content-type': 'application/octet-stream' }
    return he.post(`/api/files?name=a.png&stated=${encodeURIComponent(stated)}`, photo('stated'), headers)
  }

  test('is kept beside what the server found out itself', async () => {
    const stated = {
      source: 'camera',
      capturedAt: '2022-10-30T08:15:00+08:00',
      capturedPlace: { point: { longitude: '119.5432', latitude: '32.1', datum: 'WGS84' } },
      place: '井边',
      takenBy: { id: await office.idOf('person', '何田') },
    }
    const { id } = done(await hand(JSON.stringify(stated)))
    const { values } = done(await (await office.as('he')).get(`/api/registers/file/records/${id}`))
    expect(values).toMatchObject({
      ...{ source: 'camera', place: '井边', receivedOn: '2022-10-31', mediaType: 'image/png' },
      capturedPlace: { division: null, address: null, point: stated.capturedPlace.point },
      takenBy: { ...stated.takenBy, text: null },
    })
    expect(Date.parse(values.capturedAt as string)).toBe(Date.parse(stated.capturedAt))
  })

  test.each<[string, string, string[]]>([
    [
      'what the server finds out itself',
      '{"receivedOn":"2020-01-01","sha256":"0"}',
      ['notAsked receivedOn', 'notAsked sha256'],
    ],
    ['a time that has not come', '{"capturedAt":"2022-11-01T08:00:00+08:00"}', ['inFuture capturedAt']],
    ['a source that is none', '{"source":"drone"}', ['notOption source']],
    [
      'somebody who is not there',
      `{"takenBy":{"id":"0190a6f0-0000-7000-8000-000000000001"}}`,
      ['notFound takenBy'],
    ],
    ['no JSON', '{', ['badRequest stated']],
    ['a list', '[]', ['badRequest stated']],
  ])('%s is refused', async (_what, stated, problems) => {
    const before = await office.census()
    expect(refusals(await hand(stated))).toEqual(problems)
    expect(await office.census()).toEqual(before)
  })
})
