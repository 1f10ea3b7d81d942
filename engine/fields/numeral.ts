const grouped = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?!\d)/

/**
 * The digits of a cell as ASCII without blanks, signs of money and commas between thousands. Every other
 * comma stays, so that `12,5` is refused and not read as 125; so do ² and ①, which are not digits.
 */
export function plainNumeral(cell: string): string {
  const ascii = cell.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const trimmed = ascii
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/^\u2212/, '-')
  return trimmed.replace(grouped, (digits) => digits.replaceAll(',', ''))
}
