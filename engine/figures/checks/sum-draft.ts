import type { Draft } from '../finding.ts'
import type { Figure } from '../read/figure.ts'
import { show, showLike, showNumber } from '../relate/arithmetic.ts'

export const sumOf = (figures: readonly Figure[]): number => figures.reduce((total, f) => total + f.value, 0)

/** Rounded parts (1.2万) may miss a rounded whole by half a step each. */
export const sumSlack = (figures: readonly Figure[]): number =>
  figures.reduce((total, f) => total + (f.scaled || f.decimals > 0 ? f.step / 2 : 0), 0)

export function sumDraft(whole: Figure, parts: readonly Figure[]): Draft {
  const sum = sumOf(parts)
  const line = `${parts.map(show).join('＋')}＝${show({ ...whole, value: sum })}`
  const all = [whole, ...parts]
  const isFar =
    whole.cell !== undefined ||
    parts.some((p) => p.paragraph !== whole.paragraph || Math.abs(p.from - whole.from) > 200)
  return {
    kind: 'sum',
    from: isFar ? whole.from : Math.min(...all.map((f) => f.from)),
    to: isFar ? whole.to : Math.max(...all.map((f) => f.to)),
    right: showLike(whole, sum),
    printed: [whole.from, whole.to],
    zh: `${line}，文中合计为${show(whole)}，差${showNumber(Math.abs(whole.value - sum) / (whole.scaled ? 1e4 : 1))}${whole.scaled ? '万' : ''}`,
    en: `${line}, printed total ${show(whole)}, difference ${showNumber(Math.abs(whole.value - sum))}`,
  }
}
