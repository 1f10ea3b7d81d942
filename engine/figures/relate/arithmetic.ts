import type { Figure } from '../read/figure.ts'

const big = (value: number) => BigInt(Math.round(value * 1e6))

/** a / b × times, rounded half up at so many decimals, exactly. */
export function quotient(a: number, b: number, times: number, decimals: number): number {
  const [numerator, denominator] = ratio(a, b, times, decimals)
  const twice = (2n * numerator + denominator) / (2n * denominator)
  return Number(twice) / 10 ** decimals
}

/** a / b × times, cut at so many decimals. */
export function cut(a: number, b: number, times: number, decimals: number): number {
  const [numerator, denominator] = ratio(a, b, times, decimals)
  return Number(numerator / denominator) / 10 ** decimals
}

function ratio(a: number, b: number, times: number, decimals: number): [bigint, bigint] {
  return [big(a) * BigInt(times) * 10n ** BigInt(decimals), big(b)]
}

/** How far a printed number may stand from the true one because it is itself rounded (1.2万, 3.5吨). */
export const slack = (figure: Figure): number => (figure.scaled ? figure.step / 2 : 0)

/** Two rounded numbers side by side are both as fine as the finer: 4亿 beside 3.2亿 is 4.0亿. */
export const sharedSlack = (a: Figure, b: Figure): number =>
  a.scaled && b.scaled ? Math.min(a.step, b.step) / 2 : Math.max(slack(a), slack(b))

export const isClose = (a: number, b: number, within = 0): boolean => Math.abs(a - b) <= within + 1e-6

export function showNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}

/** A value in the words of the figure that it stands for: 1.2万 stays in 万, 97.50% keeps its decimals. */
export function showLike(figure: Figure, value: number): string {
  const unit = figure.to > figure.unitFrom || figure.han ? figure.unit : ''
  if (unit === '%' || unit === '‰') return `${value.toFixed(figure.decimals)}${unit}`
  if (!figure.scaled)
    return `${figure.decimals > 0 ? value.toFixed(figure.decimals) : showNumber(value)}${unit}`
  if (Math.abs(value) >= 1e8 && figure.step >= 1e4) return `${showNumber(value / 1e8)}亿${unit}`
  return `${showNumber(value / 1e4)}万${unit}`
}

/** Short form for a line of arithmetic. */
export function show(figure: Figure): string {
  const { value, unit } = figure
  if (figure.scaled) return value >= 1e8 ? `${showNumber(value / 1e8)}亿` : `${showNumber(value / 1e4)}万`
  return unit === '%' || unit === '‰' ? `${value.toFixed(figure.decimals)}${unit}` : showNumber(value)
}

/** Same amount but for the slip of one digit, or a small remainder: the mark of a mistake, not of a longer list. */
export function isNear(sum: number, whole: number): boolean {
  const gap = Math.abs(sum - whole)
  if (gap <= Math.max(2, whole * 0.1)) return true
  const a = showNumber(sum)
  const b = showNumber(whole)
  if (a.length !== b.length || a.length < 3) return false
  return (
    [...a].filter((digit, i) => digit !== b[i]).length === 1 ||
    [...a].sort().join('') === [...b].sort().join('')
  )
}

/** Digits exchanged, one digit changed, or a difference of one or two: the mark of a slip of the pen. */
export function isSlipOf(a: number, b: number): boolean {
  const [x, y] = [showNumber(a), showNumber(b)]
  if (Math.abs(a - b) <= 2) return true
  if (x.length !== y.length || x.length < 2) return false
  return (
    [...x].sort().join() === [...y].sort().join() || [...x].filter((digit, i) => digit !== y[i]).length === 1
  )
}

/** A sum or a difference of two printed values, or the sum of the last few, is no contradiction of either. */
export function isMadeOf(value: number, figures: readonly Figure[]): boolean {
  const near = figures.slice(-16)
  let sum = 0
  for (const f of [...near].reverse()) {
    sum += f.value
    if (sum !== f.value && isClose(sum, value)) return true
  }
  return near.some((a, i) =>
    near.some((b, j) => i !== j && (isClose(a.value - b.value, value) || isClose(a.value + b.value, value))),
  )
}
