const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * A unified social credit code (GB 32100-2015) with right check characters, for a division that does not exist:
 * it can belong to nobody.
 */
export function creditCode(n: number): string {
  const organ = `MA9${String(n).padStart(5, '0')}`
  const sum = [...organ].reduce((total, sign, i) => total + inBase36(sign) * organWeights[i]!, 0)
  const first = 11 - (sum % 11)
  const body = `91990101${organ}${first === 10 ? 'X' : first === 11 ? '0' : first}`
  const weighed = [...body].reduce((total, sign, i) => total + digits.indexOf(sign) * (3 ** i % 31), 0)
  return body + digits[(31 - (weighed % 31)) % 31]
}

/** In an organization code (GB 11714) letters count from A = 10 without gaps. */
function inBase36(sign: string): number {
  return Number.parseInt(sign, 36)
}
