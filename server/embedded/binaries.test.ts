import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getNativePackage } from './binaries.ts'
import { runCommand } from './command.ts'
import { ask, isOpen, isRoot, makeStand, nobody, type Stand } from './trial/stand.ts'

let stand: Stand
let copy: string
beforeEach(() => {
  stand = makeStand()
  copy = join(stand.folder, 'closed', 'package')
})
afterEach(() => stand.clear())

describe('a package whose install script did not run', () => {
  it('lacks libraries, and gets the links', async () => {
    copyPackageWithoutLinks()
    const before = await runCommand(join(copy, 'native', 'bin', 'initdb'), ['--version'])
    expect(before.complaint).toContain('cannot open shared object')
    const server = await stand.start({ binaries: copy })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(lstatSync(join(copy, 'native', 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true)
    expect(existsSync(join(stand.folder, 'data.run', 'program'))).toBe(false)
  })

  it.runIf(isRoot && isOpen)('is copied when the links cannot be made where it lies', async () => {
    copyPackageWithoutLinks()
    const app = await stand.app({ binaries: copy }, { uid: nobody })
    expect(app.problem).toBeUndefined()
    expect(app.lines.join('\n')).toMatch(/cannot open shared object.*copying it to/)
    expect(existsSync(join(copy, 'native', 'lib', 'libpq.so.5'))).toBe(false)
    await app.stop()
  })
})

describe.runIf(isRoot)('a program under a folder that is closed to the user of the server', () => {
  it('is copied once to a readable place, and the log says so', async () => {
    cpSync(getNativePackage(), copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(join(stand.folder, 'closed'), 0o700)
    const server = await stand.start({ binaries: copy })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(copyLines()).toHaveLength(1)
    await server.stop()
    await stand.start({ binaries: copy })
    expect(copyLines()).toHaveLength(1)
  })

  it('is copied with open modes and for root only to write, also after a copy cut short', async () => {
    cpSync(getNativePackage(), copy, { recursive: true, verbatimSymlinks: true })
    await runCommand('chmod', ['-R', 'go-rwx', join(stand.folder, 'closed')])
    mkdirSync(join(stand.folder, 'data.run', `${copyName()}.part`, 'native'), { recursive: true })
    await stand.start({ binaries: copy })
    const made = join(stand.folder, 'data.run', copyName())
    expect(statSync(join(made, 'native', 'bin', 'postgres'))).toMatchObject({ uid: 0, mode: 0o100755 })
    expect(readdirSync(join(stand.folder, 'data.run')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('no program', () => {
  it('is told when the folder holds none', async () => {
    const failing = stand.start({ binaries: stand.folder })
    await expect(failing).rejects.toMatchObject({ code: 'no-program' })
  })

  it('is told with the reason when it does not run here, and no copy is left', async () => {
    copyPackageWithoutLinks()
    writeFileSync(join(copy, 'native', 'lib', 'libcrypto.so.1.1'), 'cut')
    await expect(stand.start({ binaries: copy })).rejects.toMatchObject({
      code: 'program-broken',
      message: expect.stringMatching(/libcrypto\.so\.1\.1.*DATABASE_URL/s),
    })
    expect(readdirSync(join(stand.folder, 'data.run'))).toEqual([])
  })
})

function copyPackageWithoutLinks(): void {
  cpSync(getNativePackage(), copy, { recursive: true, verbatimSymlinks: true })
  const lib = join(copy, 'native', 'lib')
  const links = readdirSync(lib).filter((name) => lstatSync(join(lib, name)).isSymbolicLink())
  expect(links.length).toBeGreaterThan(5)
  for (const name of links) rmSync(join(lib, name))
}

const copyLines = () => stand.lines.filter((line) => line.includes('copying it to'))
const copyName = () => `program-${JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')).version}`
