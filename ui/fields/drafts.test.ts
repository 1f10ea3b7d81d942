import type { FieldSpec } from '@anzhi/engine/fields'
import { describe, expect, it } from 'vitest'
import { draftProblems, readTyped } from './drafts.ts'
import { groupedYuan } from './money.tsx'

const env = {
  today: '2022-10-31',
  options: (list: string) => (list === 'grade' ? ['general', 'major'] : undefined),
  word: (key: string) => key,
  titleOf: () => undefined,
}
const money: FieldSpec = { type: 'money' }
const integer: FieldSpec = { type: 'integer', min: 0 }

describe('what is typed', () => {
  it('becomes the value it means', () => {
    expect(readTyped('3.2万元', money, env)).toBe('32000.00')
    expect(readTyped(' 1,200 ', integer, env)).toBe(1200)
  })

  it('stays as typed while it means nothing, and its problem is told', () => {
    expect(readTyped('1.', integer, env)).toBe('1.')
    expect(draftProblems('1.', integer, env).map(({ code }) => code)).toEqual(['notInteger'])
    expect(readTyped('3.333', money, env)).toBe('3.333')
    expect(draftProblems('3.333', money, env).map(({ code }) => code)).toEqual(['notMoney'])
  })

  it('is unknown when nothing is there, which is no problem of the field type', () => {
    expect(readTyped('  ', money, env)).toBeNull()
    expect(draftProblems(null, money, env)).toEqual([])
  })
})

describe('drafts that were chosen', () => {
  it('are checked by their field type', () => {
    const choice: FieldSpec = { type: 'choice', options: 'grade' }
    expect(draftProblems('major', choice, env)).toEqual([])
    expect(draftProblems('none', choice, env).map(({ code }) => code)).toEqual(['notOption'])
    const date: FieldSpec = { type: 'date', notAfter: 'today' }
    expect(draftProblems('2022-11-01', date, env).map(({ code }) => code)).toEqual(['inFuture'])
    const deadline: FieldSpec = { type: 'deadline' }
    expect(draftProblems({ kind: 'text', date: null, text: null }, deadline, env)).toHaveLength(1)
  })
})

describe('yuan', () => {
  it('are grouped for reading, whole ones without decimals', () => {
    expect(groupedYuan('1234567.50')).toBe('1,234,567.50')
    expect(groupedYuan('-1000.00')).toBe('-1,000')
    expect(groupedYuan('999.00')).toBe('999')
  })
})
