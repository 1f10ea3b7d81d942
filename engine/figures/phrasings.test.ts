import { describe, expect, it } from 'vitest'
import file from './corpus/phrasings.json' with { type: 'json' }
import { checkText, type Kind } from './index.ts'

/** One or two sentences each; ⟦wrong⇒right⟧ is the only difference between the two readings of a line. */
const phrasings = file.phrasings as [Kind, string][]

describe.each(phrasings)('%s %s', (kind, line) => {
  const wrong = line.replace(/⟦(.*?)⇒.*?⟧/g, '$1')
  const right = line.replace(/⟦.*?⇒(.*?)⟧/g, '$1')

  it('is told when wrong, and nothing else', () => {
    expect(checkText(wrong).map((f) => f.kind)).toEqual([kind])
  })

  // A slot to be filled has no right reading.
  if (wrong !== right)
    it('is silent when right', () => {
      expect(checkText(right)).toEqual([])
    })
})

it.each(file.right)('is silent about %s', (text) => {
  expect(checkText(text)).toEqual([])
})
