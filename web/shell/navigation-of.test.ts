import { composePacks, pack, register } from '@anzhi/engine/pack'
import { expect, it } from 'vitest'
import { navigationOf } from './navigation-of.ts'

const by = { by: { role: 'keeper' } }
const book = register({
  title: '{name}',
  fields: { name: { type: 'text' } },
  create: by,
  correct: by,
  withdraw: by,
  list: { columns: ['name'] },
})
const words = { 'role.keeper': 'k', 'register.book': 'b', 'field.book.name': 'n', 'report.year': 'y', t: 't' }

it('leads to the work of the pack, its reports and the basics, and not to what only the server keeps', () => {
  const composed = composePacks([
    pack({
      id: 'shelf',
      version: '1',
      buildsOn: [],
      roles: { keeper: { sees: 'district' } },
      registers: { book },
      reports: { year: { blocks: [{ kind: 'title', text: 't' }] } },
      words: { zh: words, en: words },
    }),
  ])
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  const { registers, basics, reports } = navigationOf(composed.value)
  expect(registers.map(({ id }) => id)).toEqual(['book'])
  expect(basics.map(({ id }) => id)).toEqual(['organ', 'division', 'person', 'post', 'holding', 'scope'])
  expect(reports).toEqual(['year'])
})
