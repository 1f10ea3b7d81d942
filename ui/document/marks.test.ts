import type { Run } from '@anzhi/engine/document'
import type { Figure } from '@anzhi/engine/indicator'
import { expect, it } from 'vitest'
import { withTheirMarks } from './marks.ts'

const figure = { indicator: 'found' } as Figure
const shown = (runs: Run[]) => withTheirMarks(runs).map(({ text, marks }) => [text, marks])

it('holds a figure and the marks that close it together, and loses no character', () => {
  expect(
    shown([
      { text: '排查隐患' },
      { text: '93处', figure },
      { text: '；已整改' },
      { text: '79处', figure },
      { text: '”。' },
    ]),
  ).toEqual([
    ['排查隐患', ''],
    ['93处', '；'],
    ['已整改', ''],
    ['79处', '”。'],
    ['', ''],
  ])
})

it('leaves alone marks that no figure stands before, and words that begin with none', () => {
  expect(
    shown([{ text: '，其中' }, { text: '9处', figure }, { text: '9处', figure }, { text: '和' }]),
  ).toEqual([
    ['，其中', ''],
    ['9处', ''],
    ['9处', ''],
    ['和', ''],
  ])
})
