import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { top } from './files.ts'
import { writeRegistries } from './make-registries.ts'

// A type that nobody has thought of: these two files are all of it.
const engineFile = `
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'

export interface HighTideSpec extends CommonSpec {
  type: 'highTide'
  most?: number
}

function check(input: unknown, spec: HighTideSpec): Result<string> {
  if (typeof input !== 'string' || !/^\\d{2}\\.\\d$/.test(input)) return bad(problem('wrongForm', undefined, { example: '03.5' }))
  return Number(input) > (spec.most ?? 99) ? bad(problem('outOfRange', undefined, { max: spec.most })) : ok(input)
}

export const highTide: FieldType<HighTideSpec, string> = {
  says: { most: 'number' },
  examples: [{ spec: { type: 'highTide', most: 20 }, values: ['03.5', '12.0'] }],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value },
  check,
  compare: compareText,
  show: (value) => value + ' m',
  parse: (text, spec) => check(text.replace(/\\s*m$/, ''), spec),
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string' }),
}
`

const uiFile = `
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'highTide'>

function Show({ value }: ShowProps<Spec, string>) {
  return <strong>{value} m</strong>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} write={String} />
}

export const highTide: FieldControl<Spec, string> = { Show, Edit, filter: 'words' }
`

// Somebody who uses it, as any pack and any page would.
const use = `
import { composePacks, envOf } from '@anzhi/engine/pack'
import { applyAct } from '@anzhi/engine/record'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fieldControlOf } from './index.ts'

const words = { 'role.keeper': 'k', 'register.harbour': 'h', 'field.harbour.water': 'w' }
const keeper = { by: { role: 'keeper' } }
const fields = { water: { type: 'highTide', most: 5 } }
const harbour = { title: '{water}', fields, create: keeper, correct: keeper, withdraw: keeper, list: { columns: ['water'] } }
const shore = { id: 'shore', version: '1', buildsOn: [], roles: { keeper: { sees: 'district' } }, registers: { harbour }, words: { zh: words, en: words } }

const composed = composePacks([JSON.parse(JSON.stringify(shore))])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const pack = composed.value
const register = pack.registers.harbour!

test('a pack declares it, an act takes it, a page shows it', () => {
  const actor = { account: 'a', person: 'p', name: 'n', district: 'd', organPath: [], roles: ['keeper'] }
  const enter = (water: unknown) =>
    applyAct({ pack, register, record: null, actor, today: '2022-10-31' }, { act: 'create', id: 'i', values: { water } })
  expect(enter('03.5')).toMatchObject({ ok: true, value: { values: { water: '03.5' } } })
  expect(enter('07.5')).toMatchObject({ ok: false, problems: [{ code: 'outOfRange', field: 'water' }] })
  const { spec } = register.fields.water!
  const { Show } = fieldControlOf(spec)
  const env = envOf(pack, '2022-10-31') as never
  expect(renderToStaticMarkup(<Show value="03.5" spec={spec} env={env} />)).toBe('<strong>03.5 m</strong>')
})

test('a pack that says of it what cannot be said is told so', () => {
  const wrong = JSON.parse(JSON.stringify(shore))
  wrong.registers.harbour.fields.water.most = 'five'
  expect(composePacks([wrong])).toMatchObject({ ok: false, problems: [{ code: 'wrongShape' }] })
})
`

let root: string

/** The engine and the components by themselves, with the same packages, beside nothing of the checkout. */
function copyCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anzhi-new-type-'))
  const isOurs = (path: string) => !/[/\\](node_modules|build)([/\\]|$)/.test(path.slice(top.length))
  for (const name of ['engine', 'ui', 'tsconfig.base.json', 'package.json'])
    cpSync(join(top, name), join(folder, name), { recursive: true, filter: isOurs })
  mkdirSync(join(folder, 'node_modules', '@anzhi'), { recursive: true })
  for (const name of readdirSync(join(top, 'node_modules')))
    if (name !== '@anzhi' && !name.startsWith('.'))
      link(join(top, 'node_modules', name), join(folder, 'node_modules', name))
  for (const name of ['engine', 'ui']) link(join(folder, name), join(folder, 'node_modules', '@anzhi', name))
  return folder
}

// A junction needs no rights on Windows; elsewhere it is a link like any other.
function link(target: string, path: string): void {
  symlinkSync(target, path, 'junction')
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(top, 'node_modules', '.bin', program), args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return `${status === 0 ? 'done' : 'failed'}: ${stdout}${stderr}`
}

beforeAll(() => {
  root = copyCheckout()
  writeFileSync(join(root, 'engine/fields/high-tide.ts'), engineFile)
  writeFileSync(join(root, 'ui/fields/high-tide.tsx'), uiFile)
  writeRegistries(root)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a new type of field is two files, and everything knows it', () => {
  writeFileSync(join(root, 'ui/fields/use.test.tsx'), use)
  const tests = ['engine/fields/contract.test.ts', 'ui/fields/fields.test.tsx', 'ui/fields/use.test.tsx']
  expect(tests.filter((name) => !existsSync(join(root, name)))).toEqual([])
  const names = ['a pack', 'has a control', 'every type', 'highTide'].join('|')
  const told = run('vitest', ['run', '--reporter=verbose', '--root', root, '-t', names, ...tests])
  expect(told).toMatch(/^done/)
  // The contract of the engine and that of the controls took it up by themselves.
  for (const name of [
    'reads back what it shows, in zh',
    'shows its value',
    'is filled in',
    'a pack declares it',
  ])
    expect(
      told.split('\n').some((line) => line.includes(name) && /✓|√/.test(line)),
      name,
    ).toBe(true)
})

test('and is held to the types of the language', () => {
  rmSync(join(root, 'ui/fields/use.test.tsx'), { force: true })
  expect(run('tsc', ['-b', 'ui'])).toMatch(/^done/)
  rmSync(join(root, 'ui/fields/high-tide.tsx'))
  writeRegistries(root)
  // Without its control it does not compile.
  expect(run('tsc', ['-b', 'ui'])).toContain('highTide')
})
