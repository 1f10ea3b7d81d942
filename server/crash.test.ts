import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { drawPicture } from './demo/picture.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { disagreements } from './testing/agree.ts'
import { packs } from './testing/template.ts'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('testing/mortal.ts', import.meta.url))

let folder: string
let dataDir: string
let child: ChildProcess | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzhi-crash-'))
  // Run as root, PostgreSQL is another user, who has to come through.
  await chmod(folder, 0o755)
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  await kill(true)
  await rm(folder, { recursive: true, force: true })
})

/** Starts the server over the same data again, whatever the one before left behind, and gives its address. */
async function start(): Promise<string> {
  child = spawn(process.execPath, ['--import', tsx, program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<never>((_resolve, reject) =>
    child!.once('exit', () => reject(new Error('the server ended'))),
  )
  const first = new Promise<string>((resolve) =>
    createInterface({ input: child!.stdout! }).once('line', resolve),
  )
  ended.catch(() => {})
  return (JSON.parse(await Promise.race([first, ended])) as { url: string }).url
}

/** SIGKILL to the server; and to its PostgreSQL, as when the machine stops. */
async function kill(database = false): Promise<void> {
  const server = child
  if (server !== undefined && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await ended
  }
  if (database) await killDatabase()
}

async function killDatabase(): Promise<void> {
  const note = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined)
  try {
    if (note !== undefined) process.kill(Number(note.split('\n')[0]), 'SIGKILL')
  } catch {
    // It had ended before.
  }
}

interface Act {
  id: string
  act: string
  version: number
  values: Record<string, unknown>
  key: string
}

/** What the people of the test know: what was answered, and what they were left without an answer to. */
interface Notebook {
  cookie: string
  plot: string
  foundBy: string
  acknowledged: Act[]
  unanswered: Act[]
  photos: { id: string; sha256: string }[]
}

async function signIn(url: string): Promise<Notebook> {
  const headers = { 'x-anzhi': 'test', 'content-type': 'application/json' }
  const body = JSON.stringify({ userName: 'he', password: 'garden-gate-2022' })
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const { organ } = (await answer.json()) as { organ: { id: string } }
  const plots = await fetch(`${url}/api/registers/plot/records`, { headers: { cookie } })
  const { records } = (await plots.json()) as { records: { id: string }[] }
  const known = { cookie, foundBy: organ.id, plot: records[0]!.id }
  return { ...known, acknowledged: [], unanswered: [], photos: [] }
}

async function perform(url: string, { cookie }: Notebook, { key, ...act }: Act): Promise<number> {
  const headers = { cookie, 'x-anzhi': 'test', 'content-type': 'application/json', 'idempotency-key': key }
  const body = JSON.stringify({ register: 'fault', ...act })
  const answer = await fetch(`${url}/api/acts`, { method: 'POST', headers, body })
  const { version } = (await answer.json()) as { version?: number }
  if (answer.status === 200) expect(version).toBe(act.version + 1)
  return answer.status
}

/** Somebody who finds a fault, corrects it three times and finds the next, until nobody answers any more. */
async function work(url: string, book: Notebook, name: string): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = uuidv7()
    for (let version = 0; version < 4; version += 1) {
      const what = `${name}-${n}-${version}`
      const given = {
        plot: { id: book.plot },
        foundBy: { id: book.foundBy },
        foundOn: '2022-10-30',
        grade: 'minor',
      }
      // One row, then two, then three: each time they are written anew, and the worst of them is worked out.
      const fittings = ['弯头', '胶带', '水表']
        .slice(0, version)
        .map((name) => ({ what: name, wear: 'minor' }))
      const values =
        version === 0
          ? { what, ...given }
          : { what, cost: `${n}.0${version}`, fittings, beside: [{ text: what }] }
      const act = { id, act: version === 0 ? 'create' : 'correct', version, values, key: uuidv7() }
      const status = await perform(url, book, act).catch(() => undefined)
      if (status === undefined) {
        book.unanswered.push(act)
        return
      }
      expect(status).toBe(200)
      book.acknowledged.push(act)
    }
  }
}

/** Somebody who hands in photos meanwhile. */
async function photograph(url: string, book: Notebook): Promise<void> {
  const headers = { cookie: book.cookie, 'x-anzhi': 'test', 'content-type': 'application/octet-stream' }
  for (;;) {
    const body = new Uint8Array(drawPicture(uuidv7()))
    const sent = fetch(`${url}/api/files?name=a.png`, { method: 'POST', headers, body })
    const answer = await sent.catch(() => undefined)
    const file = await answer?.json().catch(() => undefined)
    if (file === undefined) return
    book.photos.push(file as Notebook['photos'][number])
  }
}

test('however often the server is killed, nothing that was acknowledged is lost, and all tell one story', async () => {
  let book: Notebook | undefined
  for (let round = 0; round < 6; round += 1) {
    const url = await start()
    book ??= await signIn(url)
    await tryAgain(url, book)
    const people = ['甲', '乙', '丙'].map((name) => work(url, book!, `${name}${round}`))
    const all = Promise.all([...people, photograph(url, book)])
    await delay(200 + Math.random() * 800)
    await kill(round % 2 === 1)
    await all
  }
  const url = await start()
  await tryAgain(url, book!)
  for (const { id, sha256 } of book!.photos) {
    const answer = await fetch(`${url}/api/files/${id}`, { headers: { cookie: book!.cookie } })
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
    expect(Buffer.from(digest).toString('hex')).toBe(sha256)
  }
  await kill()
  await audit(book!)
})

/** What got no answer is asked again under its key: it is done now, or was done then, and only once. */
async function tryAgain(url: string, book: Notebook): Promise<void> {
  for (const act of book.unanswered) expect(await perform(url, book, act)).toBe(200)
  book.acknowledged.push(...book.unanswered.splice(0))
}

async function audit({ acknowledged, photos }: Notebook): Promise<void> {
  const config = { ...readConfig({}), dataDir }
  const house = await openHouse(config, packs, () => {})
  try {
    expect(acknowledged.length).toBeGreaterThan(40)
    expect(photos.length).toBeGreaterThan(6)
    expect(await disagreements(house)).toEqual([])
    expect(await eventsOf(house)).toEqual(
      acknowledged.map(({ id, act, version, values }) => `${id} ${version + 1} ${act} ${values.what}`).sort(),
    )
    const { rows } = await sql<{ n: number }>`
      select split_part(number, '-', 3)::integer as n from ledger.fault order by 1`.execute(house.database)
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
  } finally {
    await house.close()
  }
}

/** Every act on a fault that is in the ledger: no more and no less than what was acknowledged. */
async function eventsOf(house: OpenHouse): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', record, version, act, after->>'what') as line from anzhi.event
    where register = 'fault'`.execute(house.database)
  return rows.map(({ line }) => line).sort()
}
