import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectFiles, top } from './files.ts'
import { breachesIn, importsIn, ruleFor } from './layers.ts'

const sources = projectFiles().filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

test('every source file stands in an area of the table', () => {
  const loose = sources.filter((file) => ruleFor(file) === undefined && file !== 'vitest.config.ts')
  expect(sources.length).toBeGreaterThan(100)
  expect(loose).toEqual([])
})

test('nobody imports what the table does not allow', () => {
  const breaches = sources.flatMap((file) => breachesIn(file, readFileSync(`${top}/${file}`, 'utf8')))
  expect(breaches).toEqual([])
})

test('a breach is seen, however it is written', () => {
  const seen = (file: string, text: string) =>
    breachesIn(file, text).map(({ imports, why }) => `${why}: ${imports}`)
  expect(seen('engine/record/may.ts', "import { sql } from 'kysely'")).toEqual(['package: kysely'])
  expect(seen('engine/record/may.ts', "import { readFile } from 'node:fs'")).toEqual(['package: node:fs'])
  expect(seen('engine/record/may.ts', "export { x } from '@anzhi/server'")).toEqual(['layer: @anzhi/server'])
  expect(seen('server/store/db.ts', "import { route } from '../http/route.ts'")).toEqual([
    'layer: ../http/route.ts',
  ])
  expect(seen('server/routes/acts.ts', "const k = await import('kysely')")).toEqual(['package: kysely'])
  expect(seen('ui/fields/text.tsx', "import { client } from '../../web/client/index.ts'")).toEqual([
    'layer: ../../web/client/index.ts',
  ])
  expect(seen('web/pages/list.tsx', "import pack from '@anzhi/pack-base'")).toEqual([
    'layer: @anzhi/pack-base',
  ])
  expect(seen('server/http/app.ts', 'const port = process.env.PORT')).toEqual(['environment: process.env'])
  expect(seen('web/shell.tsx', "import { anything } from '../walks/browser.ts'")).toEqual([
    'layer: ../walks/browser.ts',
  ])
})

test('imports are found in every form', () => {
  const text =
    "import a from 'a'\nimport 'b'\nimport {\n  c,\n} from 'c'\nexport * from 'd'\nconst e = await import('e')\nimport type { F } from 'f'"
  expect(importsIn(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
