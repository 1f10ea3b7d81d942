import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { top } from './files.ts'

const readme = readFileSync(join(top, 'engine/pack/README.md'), 'utf8')
const code = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block!).join('\n')

// What is read here of the engine and of packs; the checks import neither.
interface Source {
  id: string
  words: Record<string, Record<string, string>>
}
interface Problem {
  path: string
  code: string
  given?: string
}
interface Engine {
  composePacks: (packs: Source[]) => { ok: true; value: object } | { ok: false; problems: Problem[] }
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anzhi-readme-'))
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const options = { noEmit: true, composite: false, emitDeclarationOnly: false }
  const config = { extends: join(top, 'tsconfig.base.json'), compilerOptions: options, files: ['bees.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = async (path: string) => (await import(/* @vite-ignore */ pathToFileURL(path).href)) as unknown
const sources = async () => {
  const packs = [join(top, 'packs/allotment/pack.ts'), join(folder, 'bees.ts')]
  return Promise.all(packs.map(async (path) => ((await load(path)) as { default: Source }).default))
}
const engine = async () => (await load(join(top, 'engine/pack/index.ts'))) as Engine

/** What the compiler says of these blocks. */
function compiled(blocks: string): string {
  writeFileSync(join(folder, 'bees.ts'), blocks)
  const { stdout } = spawnSync(join(top, 'node_modules', '.bin', 'tsc'), ['-p', folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return stdout
}

test('the pack on the page is held to the types of the language', () => {
  expect(compiled(code.replace("needs: ['race']", "needs: ['rcae']"))).toContain('rcae')
  expect(compiled(code)).toBe('')
})

test('it is sound on top of the proving pack, once the words are there that the check asks for', async () => {
  const [allotment, bees] = await sources()
  const { composePacks } = await engine()
  const asked = composePacks([allotment!, bees!])
  const problems = asked.ok ? [] : asked.problems
  expect(problems.filter(({ code }) => code !== 'missingWord')).toEqual([])
  const words = structuredClone(bees!.words)
  for (const { path, given } of problems) words[path.split('/')[2]!]![given!] = given!
  expect(composePacks([allotment!, { ...bees!, words }])).toMatchObject({ ok: true })
})

function readAll(path: string): string {
  const names = readdirSync(join(top, path)).filter((name) => /^[a-z-]+\.ts$/.test(name))
  return names.map((name) => readFileSync(join(top, path, name), 'utf8')).join('\n')
}

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])
const members = (text: string) =>
  found(text, /interface [^{]*\{\n.*?^\}/gms).flatMap((block) => found(block, /^ {2}(\w+)\??: /gm))

/** The words that a pack may write: the members of the notation, the tests of filters, field types and what they say. */
function wordsOfNotation(): string[] {
  const fields = readAll('engine/fields')
  const [common] = found(fields, /interface CommonSpec \{.*?^\}/gms)
  const [registry] = found(fields, /fieldTypes = \{.*?\}/gs)
  const says = found(fields, /says: \{([^}]*)\}/g).flatMap((inner) => found(inner, /(\w+):/g))
  const tests = found(readFileSync(join(top, 'engine/query/filter.ts'), 'utf8'), /\{ is: '(\w+)'/g)
  const named = [...members(readAll('engine/pack/notation')), ...members(common!), ...says]
  // A list says that it is one of these.
  const all = [...named, ...found(registry!, /^ {2}(\w+),$/gm), ...tests.filter((test) => test !== 'oneOf')]
  return [...new Set(all)]
}

test('every word of the notation is on the page', () => {
  const words = wordsOfNotation()
  expect(words).toEqual(
    expect.arrayContaining(['enforcement', 'deadline', 'within', 'tracked', 'otherwise', 'under']),
  )
  const inCode = [...readme.matchAll(/```ts\n.*?^```|`[^`\n]+`/gms)].join('\n')
  const untaught = words.filter((word) => !new RegExp(`\\b${word}\\b`).test(inCode))
  expect(untaught, 'what engine/pack/README.md does not teach').toEqual([])
})
