import type { Draft } from '../finding.ts'
import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { isClose, show } from '../relate/arithmetic.ts'
import { isCount, isExact, sameUnit } from '../relate/same.ts'
import { narrowers } from '../words/flows.ts'

const claims =
  /(?:均已|全部|悉数|全数|全都|都已|皆已)[\u4e00-\u9fff]{2,16}|(?:实现|做到|达到)?[\u4e00-\u9fff]{0,4}全覆盖/g
/** What is done about things that are still open, and what is only meant, is no claim that all is done. */
export const otherClaim =
  /方案|措施|计划|责任|期限|督办|移交|台账|管控|告知|约谈|录入|纳入|在限期|要求|确保|力争|将|未|以前/
const stillOpen = /正在|尚|未(?!到期)|仍|筹建|逾期|在建|暂/

/** 12个站挂牌运行11个、正在筹建1个，挂牌运行全覆盖: a claim beside its own remainder. */
export function leftOpen(reading: Reading, sentence: Sentence): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  return [...text.matchAll(claims)].flatMap((found) => {
    const at = sentence.from + found.index
    const lead = text.slice(0, found.index).replace(/^.*[，。；：、]/s, '')
    if (otherClaim.test(`${lead}${found[0]}`) || /其余|余下|其他|除|另/.test(lead)) return []
    const open =
      openBefore(reading, sentence, at, [lead, found[0]]) ??
      openAfter(reading, sentence, at + found[0].length)
    return open ? [leftDraft(reading, at, found[0], open)] : []
  })
}

/** Whole, done and open stand in one run before the claim, which repeats the words of what was done. */
function openBefore(
  reading: Reading,
  sentence: Sentence,
  at: number,
  words: readonly [lead: string, verb: string],
): Figure | undefined {
  const near = sentence.figures.filter((f) => f.to <= at && isCount(f) && isExact(f)).slice(-3)
  const [whole, done, open] = near
  if (!whole || !done || !open || open.value === 0 || at - open.to > 40) return undefined
  if (done.unit !== whole.unit && done.unit !== '' && !sameUnit(done.unit, whole.unit)) return undefined
  if (!sameUnit(open.unit, done.unit) || !isClose(done.value + open.value, whole.value)) return undefined
  const about = reading.text
    .slice(open.from - Math.min(12, open.head.length), at)
    .replace(/[，；][^，；]*$/s, '')
  if (!stillOpen.test(`${open.head}${about}`) || stillOpen.test(done.head)) return undefined
  const own = `${done.head}${reading.text.slice(done.to, open.from).slice(0, 30)}`
  const [lead, verb] = words
  if (
    /^已/.test(lead) ||
    narrowers.some((w) => lead.includes(w) && !`${whole.head}${whole.tail}${own}`.includes(w))
  )
    return undefined
  const said = verb.replace(/均已|全部|悉数|全数|全都|都已|皆已|实现|做到|达到|完成|完毕|到位|全覆盖/g, '|')
  return sharesPair(/[\u4e00-\u9fff]{2}/.test(said) ? said : lead, own) ? open : undefined
}

/** 已全部整改，其中2处因规划调整未整改: the remainder follows at once. */
function openAfter(reading: Reading, sentence: Sentence, end: number): Figure | undefined {
  const open = sentence.figures.find((f) => f.from >= end)
  if (!open || open.value === 0 || !isCount(open) || open.meaning.past) return undefined
  const between = reading.text.slice(end, open.from)
  if (!/^[，,；]?(?:其中|但|仅|只)(?:尚|还|仍)?有?$|^[，,；](?:尚|还|仍)有$/.test(between)) return undefined
  const after = reading.text.slice(open.to, sentence.to).split(/[，。；]/)[0]!
  return /(?:未|没有|正在)(?!按|及时|在|如期|发|超|出|造|到)/.test(after) ? open : undefined
}

function sharesPair(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) {
    const pair = a.slice(i, i + 2)
    if (!pair.includes('|') && /^[\u4e00-\u9fff]{2}$/.test(pair) && b.includes(pair)) return true
  }
  return false
}

function leftDraft(reading: Reading, at: number, claim: string, open: Figure): Draft {
  const quote = reading.text.slice(open.from, open.to)
  return {
    kind: 'claim',
    from: at,
    to: at + claim.length,
    right: null,
    zh: `“${claim}”与“${open.head.slice(-8)}${quote}”不符，还有${show(open)}未完成`,
    en: `“${claim}” against “${quote}” that are still open`,
  }
}
