import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount, isExact } from '../relate/same.ts'
import { campaign, classes, fields } from '../words/scopes.ts'
import { checkNested } from './nested.ts'

/** Words that say how two scopes stand to each other: then the reader is warned already. */
const related = /其中|包括|包含|含|另|分别|重复|重叠|交叉|已计入|剔除|不计|除外|两项|合计|同口径|叠加|占/

/** Two counts of one kind under scopes that overlap, side by side: the reader will add them. */
export function checkScope(reading: Reading, facts: readonly Fact[]): Draft[] {
  const told = [...campaigns(reading, facts), ...areas(reading, facts), ...classesSide(reading)]
  return [...told, ...checkNested(reading).filter((d) => !told.some((t) => t.from === d.from))]
}

/** 全区检查1286家次，辖区检查2104家次: two names of areas of which one lies in the other, and one verb. */
function areas(reading: Reading, facts: readonly Fact[]): Draft[] {
  const drafts: Draft[] = []
  for (const [i, b] of facts.entries()) {
    const a = facts[i - 1]
    if (!a || b.figure.sentence !== a.figure.sentence || a.figure.unit !== b.figure.unit) continue
    if (
      a.step === '' ||
      a.figure.meaning.steps.at(-1) !== b.figure.meaning.steps.at(-1) ||
      a.object !== b.object ||
      a.figure.value === b.figure.value
    )
      continue
    const between = reading.text.slice(a.figure.to, b.figure.from)
    const names = [a, b].map(
      (f) => /^共?(全[市县区镇]|辖区内?|[我本][市县区镇])/.exec(f.figure.head)?.[1] ?? '',
    )
    if (names.includes('') || names[0] === names[1] || related.test(between) || !isCount(b.figure)) continue
    drafts.push(areaDraft(reading, [a, names[0]!], [b, names[1]!]))
  }
  return drafts
}

interface Scoped {
  fact: Fact
  name: string
  fields: ReadonlySet<string>
  isGeneral: boolean
  /** 全年, 全区: everything that was counted. */
  isAll: boolean
}

function campaigns(reading: Reading, facts: readonly Fact[]): Draft[] {
  const drafts: Draft[] = []
  const told = new Set<string>()
  const firsts = new Map<string, Scoped[]>()
  for (const fact of facts) {
    const { figure } = fact
    if (!isCount(figure) || fact.step === '' || figure.unit === '' || figure.meaning.past) continue
    const own = scopedOf(reading, fact)
    if (!own) continue
    const key = `${figure.paragraph}|${figure.meaning.steps.at(-1)}|${figure.unit}`
    const before = firsts.get(key) ?? []
    const first = before.find((f) => overlaps(reading, f, own))
    if (first) {
      const pair = `${figure.paragraph}|${first.name}|${own.name}`
      if (!told.has(pair)) drafts.push(campaignDraft(reading, first, own))
      told.add(pair)
    }
    firsts.set(key, [...before, own])
  }
  return drafts
}

/** The last campaign that the sentence names before the figure. */
function scopedOf(reading: Reading, fact: Fact): Scoped | undefined {
  const { figure } = fact
  const from = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 60)
  const lead = reading.text.slice(from, figure.from).replace(/^.*[；;]/s, '')
  const found = [...lead.matchAll(campaign)].at(-1)
  const name = found?.[0].replace(/^.*(?:在|围绕|结合|开展|通过|对|全市|全区|全县|全年)/, '') ?? ''
  if (
    found &&
    /[（(]$|为抓手|要求|方案|计划|拟|下一步/.test(lead.slice(0, found.index! + found[0].length + 3))
  )
    return undefined
  const own = new Set(
    fields.flatMap(([field, words]) => (words.some((w) => name.includes(w)) ? [field] : [])),
  )
  if (name.length >= 2) return { fact, name, fields: own, isGeneral: own.size === 0, isAll: false }
  const all = /全年|今年以来|全区|全市|全县|累计/.exec(lead)?.[0]
  return all === undefined ? undefined : { fact, name: all, fields: own, isGeneral: true, isAll: true }
}

function overlaps(reading: Reading, a: Scoped, b: Scoped): boolean {
  if (a.name === b.name || a.name.includes(b.name) || b.name.includes(a.name)) return false
  const [x, y] = [a.fact.figure, b.fact.figure]
  if (x.value === y.value || organsOf(a) !== organsOf(b)) return false
  if (b.isAll || (a.isAll && y.value <= x.value)) return false
  if (y.sentence - x.sentence > 1 || related.test(reading.text.slice(x.to, y.from))) return false
  if (!nounsMeet(x, y)) return false
  if (a.isGeneral || b.isGeneral) return isCrossCutting(a.name) || isCrossCutting(b.name)
  return [...a.fields].some((field) => b.fields.has(field))
}

/** Organs that the sentence names; a field of work is no organ. */
const organsOf = ({ fact }: Scoped) =>
  fact.subject
    .split('|')
    .filter((s) => !/领域|行业|[市区县]$/.test(s))
    .join('|')

const nounsMeet = (a: Figure, b: Figure) => {
  const [x, y] = [a.meaning.object, b.meaning.object].map((object) => object.slice(-2))
  const places = /企业|单位|场所|工地|项目|点位/
  return x === y || x === '' || y === '' || (places.test(x!) && places.test(y!))
}

const isCrossCutting = (name: string) =>
  /三年行动|治本|攻坚|百日|大检查|大排查|大整治|大起底|大督查|重点|大领域|行动|执法[月季]|回头看|会战|集中排查/.test(
    name,
  )

/** 人员密集场所214家、商场市场86家: one class of a list holds another of the list. */
function classesSide(reading: Reading): Draft[] {
  return reading.sentences.flatMap(({ figures, paragraph }) => {
    if (paragraph < 0 || figures.length > 60) return []
    for (const [i, a] of figures.entries())
      for (const b of figures.slice(i + 1, i + 5)) {
        const pair = isSide(reading, figures, a, b) ? pairOf(a, b) : undefined
        if (pair) return [classDraft(reading, ...pair)]
      }
    return []
  })
}

/** The wide class and the narrow one, whichever is printed first. */
function pairOf(a: Figure, b: Figure): readonly [wide: Figure, narrow: Figure] | undefined {
  const [x, y] = [labelOf(a), labelOf(b)]
  for (const [wide, narrow] of classes) {
    if (wide.test(x) && narrow.test(y) && !wide.test(y) && a.value >= b.value) return [a, b]
    if (wide.test(y) && narrow.test(x) && !wide.test(x) && b.value >= a.value) return [b, a]
  }
  return undefined
}

const labelOf = (figure: Figure) => `${figure.head}${figure.tail}`

/** Both stand in one list under one verb, of one unit, and nothing adds them up or says that one is a part. */
function isSide(reading: Reading, figures: readonly Figure[], a: Figure, b: Figure): boolean {
  if (a.unit !== b.unit || a.bracket !== b.bracket || a.part !== b.part || b.value === 0) return false
  if (![a, b].every((f) => isCount(f) && isExact(f) && !f.meaning.past && !f.cell)) return false
  const between = reading.text.slice(a.to, b.from)
  if (related.test(between) || /[（(：]/.test(between) || (b.meaning.steps.length > 0 && !isSameVerb(a, b)))
    return false
  const list = figures.filter((f) => f.part === a.part && f.unit === a.unit && isCount(f))
  if (
    /其中|包括|[分：]/.test(reading.text.slice(a.from - Math.min(a.from, 24), a.from).replace(/^.*。/s, ''))
  )
    return false
  return !list.some((whole) =>
    list.some((_, from) => list.some((_, to) => to - from >= 1 && isSum(whole, list.slice(from, to + 1)))),
  )
}

const isSum = (whole: Figure, list: readonly Figure[]) =>
  !list.includes(whole) &&
  isClose(
    list.reduce((sum, f) => sum + f.value, 0),
    whole.value,
  )

const isSameVerb = (a: Figure, b: Figure) => b.meaning.steps.every((s) => a.meaning.steps.includes(s))

const quote = (reading: Reading, figure: Figure) => reading.text.slice(figure.from, figure.to)

const areaDraft = (
  reading: Reading,
  [a, x]: readonly [Fact, string],
  [b, y]: readonly [Fact, string],
): Draft => campaignDraft(reading, { fact: a, name: x }, { fact: b, name: y })

type Named = Pick<Scoped, 'fact' | 'name'>

function campaignDraft(reading: Reading, a: Named, b: Named): Draft {
  const [x, y] = [quote(reading, a.fact.figure), quote(reading, b.fact.figure)]
  return {
    kind: 'scope',
    from: b.fact.figure.from,
    to: b.fact.figure.to,
    right: null,
    zh: `“${a.name}”${x}与“${b.name}”${y}口径有重叠，同一次检查可能两边都计，请写明关系，不要相加`,
    en: `“${a.name}” ${x} and “${b.name}” ${y} overlap: say how they relate, do not add them`,
  }
}

function classDraft(reading: Reading, wide: Figure, narrow: Figure): Draft {
  const name = (f: Figure) => `${f.head.replace(/^.*[，。；：、]/, '').slice(-10)}${quote(reading, f)}`
  return {
    kind: 'scope',
    from: narrow.from,
    to: narrow.to,
    right: null,
    zh: `“${name(narrow)}”本属于“${name(wide)}”一类，并列会重复计数，请写明是否包含`,
    en: `“${name(narrow)}” belongs to “${name(wide)}”: side by side they count things twice`,
  }
}
