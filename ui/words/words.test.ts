import { gapCodes } from '@anzhi/engine/document'
import { problemCodes } from '@anzhi/engine/problem'
import { describe, expect, it } from 'vitest'
import { dayInWords, instantInWords, sayIn, type WordKey, words } from './index.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the words of the application', () => {
  it('are the same keys in both languages', () => {
    expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.zh).sort())
  })

  it('hold a sentence for every problem code and none for a code that does not exist', () => {
    const sentences = Object.keys(words.zh).filter((key) => key.startsWith('problem.'))
    expect(sentences.sort()).toEqual(problemCodes.map((code) => `problem.${code}`).sort())
  })

  it('hold a line for everything that a draft can lack', () => {
    const lines = Object.keys(words.zh).filter((key) => key.startsWith('gap.'))
    expect(lines.sort()).toEqual(gapCodes.map((code) => `gap.${code}`).sort())
  })

  it('ask for the same values in both languages', () => {
    for (const key of Object.keys(words.zh) as WordKey[]) {
      expect(placeholders(words.en[key]), key).toEqual(placeholders(words.zh[key]))
    }
  })

  it('leave no brace and say every value', () => {
    expect(sayIn('zh')('deadline.late', { days: 3 })).toBe('逾期 3 天')
    expect(sayIn('en')('deadline.late')).toBe(' d late')
  })
})

describe('days and instants', () => {
  it('reads a day aloud in both languages', () => {
    expect(dayInWords('zh', '2022-10-31')).toBe('2022年10月31日')
    expect(dayInWords('en', '2022-10-01')).toBe('1 October 2022')
  })

  it('shows an instant by the clock in Asia/Shanghai', () => {
    expect(instantInWords('2022-10-30T23:05:09.000Z')).toBe('2022-10-31 07:05')
  })
})
