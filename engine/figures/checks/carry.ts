import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose } from '../relate/arithmetic.ts'
import { isCount, isExact } from '../relate/same.ts'
import { sumDraft } from './sum-draft.ts'

const before =
  /(?:至|到|截至|截止)?(?:上(?:周|个?月|期|旬|季度?)|昨[日天]|前[一日天])(?:末|底|止)?[^，。；\d]{0,6}$|上(?:周|月|期)末?累计[^，。；\d]{0,6}$/
const own = /(?:本[周月期旬]|当[日月天周]|今[日天]|本季度?|新增)[^，。；\d]{0,8}$/
const now = /累计[^，。；\d]{0,8}$/

/** 年初至上周累计1169家次，本周55家次，年初至本周累计1224家次: what was before and what is new make what is now. */
export function checkCarry(reading: Reading): Draft[] {
  return reading.figures.flatMap((total, i) => {
    const [a, b] = [reading.figures[i - 2], reading.figures[i - 1]]
    if (!a || !b || ![a, b, total].every((f) => isPlain(f, total))) return []
    if (!before.test(lead(reading, a)) || !own.test(lead(reading, b))) return []
    if (!now.test(lead(reading, total)) || before.test(lead(reading, total))) return []
    if (!/累计|至|止|底|末/.test(lead(reading, a)) || isClose(a.value + b.value, total.value)) return []
    return [{ ...sumDraft(total, [a, b]), from: total.from, to: total.to }]
  })
}

const isPlain = (f: Figure, total: Figure) =>
  !f.cell && isCount(f) && isExact(f) && f.unit === total.unit && f.sentence === total.sentence && !f.scaled

const lead = (reading: Reading, f: Figure) =>
  reading.text
    .slice(Math.max(reading.sentences[f.sentence]?.from ?? 0, f.from - 20), f.from)
    .replace(/^.*[，。；：]/s, '')
