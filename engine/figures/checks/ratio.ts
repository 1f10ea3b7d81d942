import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { cut, quotient, sharedSlack, show, showLike, slack } from '../relate/arithmetic.ts'
import type { Rate } from '../relate/rate.ts'
import { isUnitSlip } from './unit-slip.ts'

/** A printed rate against its printed parts; a cut one is told from a wrong one; 100% that is not is a claim. */
export function checkRatio(reading: Reading, rates: readonly Rate[]): Draft[] {
  return rates.flatMap((rate) => {
    if (isUnitSlip(reading, rate.figure)) return []
    const draft = ratioDraft(rate)
    return draft ? [draft] : []
  })
}

function ratioDraft({ figure, name, parts, readings }: Rate): Draft | undefined {
  if (figure.unit === '‰' && parts && parts[1].sentence !== figure.sentence) return undefined
  if (!parts || figure.rough !== 'exact' || parts[1].value === 0) return undefined
  const times = figure.unit === '‰' ? 1000 : 100
  const [part, whole] = parts
  const right = quotient(part.value, whole.value, times, figure.decimals)
  const isFull = figure.value === 100 && part.value < whole.value && name !== '占'
  if (!isFull && (right === figure.value || isWithinSlack(figure.value, rate(parts, times), figure.decimals)))
    return undefined
  if (isFull && !figure.cell && readings.some(([a, b]) => a === b && a === part.value)) return undefined
  const isCut = cut(part.value, whole.value, times, figure.decimals) === figure.value
  if (
    (!isFull || figure.cell !== undefined) &&
    !isCut &&
    readings.some(([a, b]) => b > 0 && quotient(a, b, times, figure.decimals) === figure.value)
  )
    return undefined
  const fine = showFine(part.value, whole.value, times, figure.decimals, figure.unit)
  const sum = `${show(part)}÷${show(whole)}×${times}${figure.unit === '‰' ? '‰' : '%'}`.replace(
    /×100%|×1000‰/,
    '',
  )
  const printed = `${figure.value.toFixed(figure.decimals)}${figure.unit}`
  const base = { from: figure.from, to: figure.to, right: showLike(figure, right) }
  if (isFull) {
    return {
      ...base,
      kind: 'claim',
      right: right === 100 ? fine : base.right,
      zh: `${sum}＝${fine}，还有${show({ ...whole, value: whole.value - part.value })}未完成，不是${printed}`,
      en: `${sum} = ${fine}; ${show({ ...whole, value: whole.value - part.value })} are still open, so not ${printed}`,
    }
  }
  if (isCut)
    return {
      ...base,
      kind: 'truncated',
      zh: `${sum}＝${fine}，四舍五入应为${base.right}，文中${printed}是截去尾数`,
      en: `${sum} = ${fine}, rounded half up ${base.right}; ${printed} was cut, not rounded`,
    }
  return {
    ...base,
    kind: 'ratio',
    zh: `${sum}＝${fine}，应为${base.right}，文中为${printed}`,
    en: `${sum} = ${fine}, so ${base.right}; printed ${printed}`,
  }
}

const rate = (parts: NonNullable<Rate['parts']>, times: number): readonly [number, number] => {
  const [part, whole] = parts
  const both = sharedSlack(part, whole)
  const [a, b] = part.scaled && whole.scaled ? [both, both] : [slack(part), slack(whole)]
  return [
    ((part.value - a) / (whole.value + b)) * times,
    ((part.value + a) / Math.max(whole.value - b, 1e-9)) * times,
  ]
}

/** Parts that are rounded themselves (1.2万) allow a span of rates. */
function isWithinSlack(printed: number, [low, high]: readonly [number, number], decimals: number): boolean {
  const half = low === high ? 0 : 0.5 * 10 ** -decimals
  return low !== high && printed >= low - half && printed <= high + half
}

/** Two more decimals than printed, at least two, so that the reader sees which way it rounds. */
function showFine(a: number, b: number, times: number, decimals: number, unit: string): string {
  const places = Math.max(2, decimals + 1)
  return `${quotient(a, b, times, places).toFixed(places)}${unit}`
}
