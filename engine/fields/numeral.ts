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

/** Word and cell alike: （Ⅱ级） and (II级) are the same, whoever typed which. */
export function tidy(text: string): string {
  return text.normalize('NFKC').trim()
}

/** A number of signs without blanks between them, its letters large: as a code is compared. */
export function closed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** Such a number as a filter means it. */
export function readClosed(given: unknown): string | undefined {
  return typeof given === 'string' && /^[\dA-Z\s]{1,60}$/i.test(given) ? closed(given) : undefined
}
