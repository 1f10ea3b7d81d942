import type { Figure, Footing } from '@anzhi/engine/indicator'
import { expect, it } from 'vitest'
import { library } from '../testing/index.ts'
import { footingLines } from './footing.ts'

const asked = { period: { from: '2022-01-01', to: '2022-10-31' }, asOf: '2022-10-31' }
const loans = (value: string, days = asked): Figure => ({
  ...{ indicator: 'loans', value, unit: '次', shown: value, source: 'counted' },
  ...days,
})
const footing = (total: string): Footing => ({ indicator: 'loans', ...asked, records: 1, total })

it('a part that speaks of earlier days says which', () => {
  const before = { period: { from: '2021-01-01', to: '2021-10-31' }, asOf: '2021-10-31' }
  const change: Figure = { ...loans('1'), indicator: 'loansChange', parts: [loans('3'), loans('2', before)] }
  expect(footingLines(library, 'zh', change, [footing('3'), footing('2')]).map(({ text }) => text)).toEqual([
    '「loans (zh)」明细逐条相加得 3，与此数一致',
    '「loans (zh)」（2021年1月1日 至 2021年10月31日）明细逐条相加得 2，与此数一致',
  ])
})

it('a table is proved by one sentence, and does not hide a difference', () => {
  const rank: Figure = { ...loans('1'), parts: [loans('3'), loans('2')], places: ['1', '2'] }
  expect(footingLines(library, 'zh', rank, [footing('3'), footing('2')])).toEqual([
    { text: '名次表所依据的 2 个数逐一核对，都与明细一致', agrees: true },
  ])
  expect(footingLines(library, 'en', rank, [footing('3'), footing('1')])[0]).toMatchObject({ agrees: false })
  expect(footingLines(library, 'zh', { ...rank, parts: [], places: [] }, [])).toEqual([])
})
