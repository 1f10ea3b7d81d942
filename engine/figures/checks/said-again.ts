import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isMadeOf, showNumber } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount, isExact, sameUnit, subjectsIn } from '../relate/same.ts'
import { conflictDraft } from './conflict-draft.ts'

/** Three ways in which a number said again shows that it is the same number: all of them, the doing repeated, digits exchanged. */
export function saidAgain(reading: Reading, facts: readonly Fact[]): Draft[] {
  const drafts = [...allOfThem(reading), ...doneAgain(reading), ...exchanged(reading, facts)]
  return drafts.filter((d, i) => drafts.findIndex((x) => x.from === d.from) === i)
}

const isPlain = (f: Figure) => !f.cell && isCount(f) && isExact(f) && !f.meaning.past && f.unit !== ''
const founding =
  /(?:设置|设立|设有|布设|开设|共有|现有|辖|由|分为|划分为?|成立|组建|组成|安排|推出|包括)[^，。；]{0,24}$/

/** 设置8个体验区 … 把6个体验区全都走了一遍. */
function allOfThem(reading: Reading): Draft[] {
  return reading.figures.flatMap((figure) => {
    if (!isPlain(figure) || figure.value < 2) return []
    const lead = reading.text.slice(Math.max(0, figure.from - 8), figure.from)
    const noun = /^([\u4e00-\u9fff]{2,8}?)(?:里里外外)?(?:全都|全部|逐一|逐个|都|均)(?!是|为)/.exec(
      reading.text.slice(figure.to, figure.to + 14),
    )?.[1]
    if (
      noun === undefined ||
      !/(?:[把将对给]|[，。；：\n])$/.test(lead) ||
      /其中|其[他余]|另|[前后首]$/.test(lead)
    )
      return []
    const first = reading.figures
      .slice(Math.max(0, figure.index - 40), figure.index)
      .filter(
        (f) =>
          isPlain(f) &&
          f.unit === figure.unit &&
          (reading.text.startsWith(noun, f.to) || f.head.endsWith(noun)),
      )
    const founded = first.filter((f) => founding.test(reading.text.slice(Math.max(0, f.from - 40), f.from)))
    if (founded.length !== 1 || first.some((f) => f.value === figure.value)) return []
    return [conflictDraft(reading, founded[0]!, figure)]
  })
}

/** 对19家零售点进行了抽查。抽查的16家零售点中: what was done is said of all, in the next sentence. */
function doneAgain(reading: Reading): Draft[] {
  return reading.figures.flatMap((figure) => {
    if (!isPlain(figure) || figure.value < 3) return []
    const lead = reading.text.slice(Math.max(0, figure.from - 6), figure.from)
    const verb = /(?:^|[，。；：\n])(抽查|检查|走访|暗访|督查|巡查|培训|约谈|复查|抽检|查处|收缴)的$/.exec(
      lead,
    )?.[1]
    const after = reading.text.slice(figure.to, figure.to + 14)
    const noun = /^([\u4e00-\u9fff]{2,10}?)(?:中|里|均|都|全部|，)/.exec(after)?.[1]
    if (verb === undefined || noun === undefined) return []
    const near = reading.figures
      .slice(Math.max(0, figure.index - 10), figure.index)
      .filter(
        (f) =>
          isPlain(f) &&
          f.unit === figure.unit &&
          figure.sentence - f.sentence <= 1 &&
          f.paragraph === figure.paragraph &&
          (reading.text.startsWith(noun, f.to) || f.head.endsWith(noun)),
      )
    const first = near[0]
    const sentence = first && reading.sentences[first.sentence]!
    if (!first || near.length !== 1 || first.value === figure.value) return []
    return reading.text.slice(sentence!.from, sentence!.to).includes(verb)
      ? [conflictDraft(reading, first, figure)]
      : []
  })
}

/** 共检查企业1164家 … 在检查1146家企业的基础上: two digits exchanged under one step and one thing. */
function exchanged(reading: Reading, facts: readonly Fact[]): Draft[] {
  const seen = new Map<string, Fact[]>()
  const drafts: Draft[] = []
  for (const fact of facts) {
    const { figure } = fact
    if (!isPlain(figure) || figure.value < 100 || fact.isPart || `${fact.object}${fact.step}`.length < 2)
      continue
    const key = `${digitsOf(figure)}|${fact.step}`
    const before = (seen.get(key) ?? []).slice(-8)
    const first = before.find((f) => isExchange(reading, f, fact))
    const all = reading.figures.slice(Math.max(0, figure.index - 120), figure.index)
    if (first && !all.some((f) => f.value === figure.value) && !isMadeOf(figure.value, all.slice(-16)))
      drafts.push(conflictDraft(reading, first.figure, figure))
    seen.set(key, [...before, fact])
  }
  return drafts
}

const digitsOf = (figure: Figure) => [...showNumber(figure.value)].sort().join('')

/** 危化企业 of 检查268家危化企业的基础上开展. */
const nounOf = ({ figure, object }: Fact) =>
  (/^([\u4e00-\u9fff]{2,10})的(?:基础|同时|情况)/.exec(figure.tail)?.[1] ?? object).slice(-2)

const meet = (a: string, b: string, mayLack: boolean) => (a === '' || b === '' ? mayLack : a === b)

function isExchange(reading: Reading, a: Fact, b: Fact): boolean {
  const [x, y] = [a.figure, b.figure]
  if (x.value === y.value || !sameUnit(x.unit, y.unit) || x.sentence === y.sentence) return false
  const changed = [...showNumber(x.value)].filter((digit, i) => digit !== showNumber(y.value)[i]).length
  if (changed !== 2 || !meet(nounOf(a), nounOf(b), a.step !== '')) return false
  const periods = [a.period, b.period].filter((p) => p !== '')
  if (periods.length === 2 && periods[0] !== periods[1]) return false
  const from = reading.sentences[y.sentence]?.from ?? y.from
  const names = subjectsIn(reading.text.slice(Math.max(from, y.from - 30), y.from))
  return names.every((name) => a.subject.includes(name.slice(-3)))
}
