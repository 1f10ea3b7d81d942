import Big from 'big.js'

/** The quotient of two exact numbers at so many decimals, rounded half up, away from zero. */
export function quotient(dividend: Big, divisor: Big, decimals: number): string {
  const shift = new Big(10).pow(decimals)
  const text = halfUp(dividend.times(shift), divisor).div(shift).toFixed(decimals)
  // What rounds to nothing is nothing, on whichever side of it.
  return /[1-9]/.test(text) ? text : text.replace('-', '')
}

/** The quotient as a whole number, exact half up: what is left over is compared, never divided again. */
function halfUp(dividend: Big, divisor: Big): Big {
  const whole = dividend.div(divisor).round(0, Big.roundDown)
  const rest = dividend.minus(whole.times(divisor)).abs().times(2)
  const step = dividend.times(divisor).lt(0) ? -1 : 1
  return rest.gte(divisor.abs()) ? whole.plus(step) : whole
}
