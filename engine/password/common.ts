// What guessing begins with: words of doors and offices, pet words, and the names that this program comes with.
const words =
  'password passwd pass admin administrator root user guest test login welcome hello letmein iloveyou woaini woaiwojia monkey dragon sunshine princess football superman batman master secret default changeme system manager office anquan anjian yingji anzhi zhengfu wangluo zhongguo china beijing shanghai mima abc qq wx'

// Along an alphabet, a row of the keyboard or a column of it; read backwards as well.
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()',
]

const stems = words.split(' ').sort((a, b) => b.length - a.length)
const shortestRun = 3
/** What has to be left of a password when everything trivial is taken out of it. */
const fewestLeft = 4

/** Is a password made of what everybody tries first: a common word, a row of keys, one sign again and again, a year? */
export function isCommon(password: string): boolean {
  const folded = password.toLowerCase()
  return [folded, unmasked(folded)].some((text) => trivialTakenOut(text).length < fewestLeft)
}

// Digits and signs that stand for letters: p@ssw0rd.
const masks: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
}

function unmasked(text: string): string {
  return [...text].map((sign) => masks[sign] ?? sign).join('')
}

/** The signs that are left, a mark in the place of each thing taken out so that nothing new is joined. */
function trivialTakenOut(text: string): string[] {
  let left = text
  for (const stem of stems) left = left.replaceAll(stem, ' ')
  left = withoutRuns(left)
    .replace(/(.)\1{2,}/gu, ' ')
    .replace(/(19|20)\d\d/g, ' ')
  return [...new Set(left.replace(/\s+/g, ''))]
}

function withoutRuns(text: string): string {
  const signs = [...text]
  const kept: string[] = []
  for (let at = 0; at < signs.length; ) {
    const length = runAt(signs, at)
    kept.push(length >= shortestRun ? ' ' : signs[at]!)
    at += length >= shortestRun ? length : 1
  }
  return kept.join('')
}

/** How many signs from here on go along one row, forwards or backwards. */
function runAt(signs: readonly string[], from: number): number {
  const along = (step: 1 | -1) =>
    Math.max(
      ...rows.map((row) => {
        let n = 1
        for (let at = row.indexOf(signs[from]!); at >= 0 && row[at + step * n] === signs[from + n]; )
          if (signs[from + n] === undefined) break
          else n += 1
        return n
      }),
    )
  return Math.max(along(1), along(-1))
}
