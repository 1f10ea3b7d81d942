import { expect, test } from 'vitest'
import { deadNames, documents, type Known, readKnown, unknownTerms } from './documents.ts'
import { projectFiles } from './files.ts'

const known = readKnown()

test('every path and command that a document names is there', () => {
  const found = documents()
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'README.md',
      'README.zh-CN.md',
      'ARCHITECTURE.md',
      'GLOSSARY.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
    ]),
  )
  expect(found.flatMap(({ name, text }) => deadNames(name, text, known))).toEqual([])
})

test('every identifier of the glossary is used', () => {
  const glossary = documents().find(({ name }) => name === 'GLOSSARY.md')!
  expect(unknownTerms(glossary.text, known)).toEqual([])
})

test('what leads nowhere is seen', () => {
  const only: Known = {
    exists: (path) => path === 'server/start.ts',
    scripts: new Set(['demo']),
    commands: new Set(['demo']),
    code: 'const hazard = 1',
  }
  const text =
    'See `server/start.ts`, `server/gone.ts` and [this](docs/gone.md); `npm run demo`, `npm run gone`, `npx anzhi gone`.'
  expect(deadNames('README.md', text, only).map(({ name }) => name)).toEqual([
    'server/gone.ts',
    'docs/gone.md',
    'npm run gone',
    'npx anzhi gone',
  ])
  expect(unknownTerms('| 隐患 | `hazard` | x |\n| 幽灵 | `ghost` | x |', only)).toEqual(['ghost'])
})

test('there is no folder for whatever did not find its place', () => {
  const homeless = projectFiles().filter((file) => /(^|\/)(utils|common|helpers|types|lib)\//.test(file))
  expect(homeless).toEqual([])
})
