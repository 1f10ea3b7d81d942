import type { Figure } from './figure.ts'
import { meaningOf } from './meaning.ts'
import type { NumberToken } from './token.ts'

const noMeaning = meaningOf('', '')

/** All figures have one shape, which keeps a long text fast. */
export function figureOf(token: NumberToken): Figure {
  return {
    kind: 'number',
    from: token.from,
    to: token.to,
    value: token.value,
    step: token.step,
    decimals: token.decimals,
    scaled: token.scaled,
    rough: token.rough,
    more: token.more,
    unit: token.unit,
    unitFrom: token.unitFrom,
    over: token.over,
    han: token.han,
    index: 0,
    paragraph: 0,
    sentence: -1,
    part: -1,
    clause: 0,
    bracket: 0,
    head: '',
    tail: '',
    joined: false,
    period: '',
    cell: undefined,
    meaning: noMeaning,
  }
}
