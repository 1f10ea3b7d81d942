import { randomBytes } from 'node:crypto'
import { chmodSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settleAccount, settleSystemAccount } from './account.ts'
import { runCommand } from './command.ts'
import { ask, canRun, isAlive, isOpen, isRoot, lookAt, makeStand, nobody, type Stand } from './trial/stand.ts'

let stand: Stand
beforeEach(() => {
  stand = makeStand()
})
afterEach(() => stand.clear())

describe.runIf(isRoot)('as root', () => {
  it('the server runs as a system user of its own, without root groups', async () => {
    const server = await stand.start()
    const account = await settleAccount()
    expect(account).toMatchObject({ name: 'anzhi-postgres', apart: true })
    expect(account.uid).toBeGreaterThan(0)
    expect(lookAt(server.pid)?.uid).toBe(account.uid)
    const { output } = await runCommand('sed', ['-n', 's/^Groups:\\s*//p', `/proc/${server.pid}/status`])
    expect(output.trim()).toBe('')
  })

  it.runIf(canRun('useradd', '--help'))(
    'the system user is made once when missing, also by starts at the same time',
    async () => {
      const name = `anzhi-trial-${randomBytes(4).toString('hex')}`
      try {
        const [made, again] = await Promise.all([settleSystemAccount(name), settleSystemAccount(name)])
        expect(made).toEqual(again)
        const { output } = await runCommand('getent', ['passwd', name])
        expect(output).toContain(`:${made.uid}:${made.gid}:`)
        expect(output).toContain('nologin')
      } finally {
        await runCommand('userdel', [name])
      }
    },
  )

  it('a system user that cannot be made is a problem that says what to do', async () => {
    await expect(settleSystemAccount('Not:Allowed')).rejects.toMatchObject({
      code: 'no-account',
      message: expect.stringMatching(/Not:Allowed.*useradd.*DATABASE_URL/s),
    })
  })
})

describe.runIf(isRoot && isOpen)('as an ordinary user', () => {
  it('the server runs as that user', async () => {
    const app = await stand.app({}, { uid: nobody })
    expect(app.problem).toBeUndefined()
    expect(lookAt(app.server)?.uid).toBe(nobody)
    expect(await runAs(nobody, app.url)).toEqual({ code: 0, said: '1' })
    await app.stop()
    expect(isAlive(app.server)).toBe(false)
  })

  it('an orphan of the same user is stopped', async () => {
    const app = await stand.app({}, { uid: nobody })
    await app.kill()
    const next = await stand.app({}, { uid: nobody })
    expect(next.problem).toBeUndefined()
    expect(isAlive(app.server)).toBe(false)
    await next.stop()
  })

  it('a user id without a name is a problem', async () => {
    const app = await stand.app({}, { uid: 61_234 })
    expect(app.problem).toMatchObject({ code: 'no-account', sentence: expect.stringContaining('61234') })
  })
})

describe.runIf(isRoot && isOpen)('another user of the machine', () => {
  it('does not reach the socket', async () => {
    const server = await stand.start()
    expect(await runAs(nobody, server.url('postgres'))).toEqual({ code: 1, said: 'EACCES' })
    for (const path of [server.socketDir, join(server.socketDir, '.s.PGSQL.5432')]) {
      expect(statSync(path).mode & 0o777).toBe(0o700)
    }
  })

  it('is not let in even when somebody opened the socket folder', async () => {
    const server = await stand.start()
    chmodSync(server.socketDir, 0o755)
    chmodSync(join(server.socketDir, '.s.PGSQL.5432'), 0o777)
    expect(await runAs(nobody, server.url('postgres'))).toEqual({ code: 1, said: '28000' })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('needs a password for any other role, as the app does', async () => {
    const server = await stand.start()
    await ask(server.url('postgres'), `create role clerk login password 'a secret'`)
    const asClerk = (password: string) => server.url('postgres').replace('postgres@', `clerk:${password}@`)
    await expect(ask(asClerk('wrong'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(await ask(asClerk('a%20secret'), 'select current_user')).toEqual([{ current_user: 'clerk' }])
  })
})

/** Connects as another system user, from a process of its own. */
async function runAs(uid: number, url: string): Promise<{ code: number | undefined; said: string }> {
  const script = `
    const pg = require(process.argv[1])
    const client = new pg.Client({ connectionString: process.argv[2] })
    client.connect().then(() => client.query('select 1 as one')).then(
      ({ rows }) => { console.log(rows[0].one); process.exit(0) },
      (error) => { console.log(error.code); process.exit(1) })`
  const account = { name: '', uid, gid: uid, apart: true }
  const { code, output } = await runCommand(
    process.execPath,
    ['-e', script, createRequire(import.meta.url).resolve('pg'), url],
    account,
  )
  return { code, said: output.trim() }
}
