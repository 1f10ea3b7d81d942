import type { Draft } from '../finding.ts'
import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { isCount, isExact, subjectsIn } from '../relate/same.ts'
import { grades } from '../words/claims.ts'
import { future, past } from '../words/relations.ts'

export const nonePattern =
  /(?:未发生|没有发生|无一起|未出现|未接报|实现(?:了)?“?零|(?<!“)零)(?:一起|任何|各类)?([^，。；：！？\n（(”]{0,16})(事故|死亡|伤亡|火灾|溺亡|亡人|事件)/g

/** 实现火灾“零发生”. */
export const zeroPattern =
  /(?:实现|做到)?(?:了)?([\u4e00-\u9fff]{0,8}?)(事故|火灾|伤亡|死亡)“?零(?:发生|伤亡)”?/g

/** The clause of the claim, from the last comma to its end. */
export function clauseAt(text: string, at: number): string {
  const from = Math.max(...['，', '；', '。', '：', '\n', '（'].map((s) => text.lastIndexOf(s, at - 1))) + 1
  return text.slice(from, at)
}

/** 执法计划, 目标任务 and 按要求 name what there is; 计划 before a verb says what shall be. */
const presentNouns =
  /(?:执法|检查|年度|工作|监管|培训|演练|整治|任务|目标|巡查|抽查)+计划|计划(?=任务|数|内|书|[，。；]|$)|按(?:照?)?(?:[^，。；]{0,8})要求|目标(?:任务|责任)|责任目标|主要|重要|需要(?=$)/g

export const isFuture = (lead: string) => {
  const said = lead.replace(presentNouns, '')
  return future.some((w) => said.includes(w))
}

/** 未发生亡人事故, and yet 死亡1人. */
export function noneDraft(reading: Reading, sentence: Sentence, found: RegExpMatchArray): Draft[] {
  const from = sentence.from + found.index!
  const text = reading.text.slice(sentence.from, sentence.to)
  if (isFuture(clauseAt(text, found.index!)) || past.some((w) => clauseAt(text, found.index!).includes(w)))
    return []
  const what = found[1]!.replace(/生产安全|安全生产|生产|安全|责任|各类|任何|一起|及以上/g, '')
  const grade = grades.find((g) => what.includes(g.replace('及以上', '')))
  const kind =
    found[2] === '火灾' && what === ''
      ? '火灾'
      : what.replace(/特别重大|重特大|特大|重大|较大|一般|有影响的|的/g, '')
  const isWork = /生产/.test(found[0])
  const deadly = /死亡|伤亡|亡人|溺亡/.test(found[0]) || /亡/.test(what)
  const against =
    reading.figures.find(
      (f) =>
        isCount(f) &&
        isExact(f) &&
        f.value > 0 &&
        !f.cell &&
        !(isWork && isNoWork(reading, f)) &&
        isAgainst(reading, f, grade, kind.replace(/亡人|死亡|伤亡/g, ''), deadly) &&
        isOfPeriod(text, found.index!, f) &&
        inReach(reading, f, sentence),
    ) ?? gradedBy(reading, sentence, grade)
  if (!against) return []
  const to = from + found[0].length
  const quote = `${against.head.slice(-10)}${reading.text.slice(against.from, against.to)}`
  return [
    {
      kind: 'claim',
      from,
      to,
      right: null,
      zh: `“${reading.text.slice(from, to)}”与文中“${quote}”不符`,
      en: `“${reading.text.slice(from, to)}” against “${quote}”`,
    },
  ]
}

/** An accident with three dead is 较大, with ten 重大 (生产安全事故报告和调查处理条例第三条). */
function gradedBy(reading: Reading, sentence: Sentence, grade: string | undefined): Figure | undefined {
  const least = grade === undefined ? 0 : grade.startsWith('较大') ? 3 : /^重大|^重特大/.test(grade) ? 10 : 0
  if (least === 0) return undefined
  return reading.figures.find(
    (f) =>
      f.paragraph === sentence.paragraph &&
      f.from < sentence.to &&
      '人名'.includes(f.unit) &&
      f.unit !== '' &&
      f.value >= least &&
      isExact(f) &&
      !f.meaning.past &&
      /(?:一|1)起[^，。；]{0,20}造成$/.test(reading.text.slice(Math.max(0, f.from - 30), f.from)) &&
      /^(?:当场)?(?:死亡|遇难)/.test(reading.text.slice(f.to, f.to + 4)),
  )
}

function isAgainst(
  reading: Reading,
  f: Figure,
  grade: string | undefined,
  kind: string,
  deadly: boolean,
): boolean {
  const label = `${f.head}${f.tail}`
  if (
    f.meaning.past ||
    elsewhere.test(reading.text.slice(reading.sentences[f.sentence]?.from ?? f.from, f.from)) ||
    past.some((w) => pastLead(reading, f).includes(w)) ||
    /下降|减少|上升|增加|增长|演练|模拟|案例/.test(label)
  )
    return false
  if (deadly)
    return (
      (/死亡|亡/.test(f.head) || /^(?:死亡|遇难|溺亡)/.test(f.tail)) &&
      '人名'.includes(f.unit) &&
      f.unit !== '' &&
      (grade === undefined || label.includes(grade))
    )
  if (f.unit !== '起' || !/发生|接报|接到|出现/.test(f.head)) return false
  const own = label
    .replace(/生产安全|安全生产|生产|安全|责任|发生|各类|共|事故|一般|了/g, '')
    .replace(/[^\u4e00-\u9fff]/g, '')
  if (!/事故|火灾/.test(label)) return false
  if (grade !== undefined) return label.includes(grade.replace('及以上', ''))
  return kind === ''
    ? own === '' || reading.text.slice(f.from - 8 < 0 ? 0 : f.from - 8, f.from).includes('事故')
    : label.includes(kind)
}

/** 道路交通事故, 火灾 and 溺水 are told apart from 生产安全事故. */
const isNoWork = (reading: Reading, f: Figure) => {
  const from = reading.sentences[f.sentence]?.from ?? f.from
  const lead = reading.text.slice(Math.max(from, f.from - 24), f.from)
  return /交通|火灾|溺水|溺亡|治安|刑事|自然灾害/.test(`${lead}${f.tail}`) && !/生产/.test(lead)
}

/** 邻县, 全省: not where the report is from. */
const elsewhere = /邻[县区市镇乡近]|全省|全国|外[省市县地]|兄弟|某[地县市]|其[他它]地|国内|媒体|该省/

/** 去年三季度发生1起、死亡1人: the word stands at the head of the sentence. */
const pastLead = (reading: Reading, f: Figure) =>
  reading.text
    .slice(Math.max(reading.sentences[f.sentence]?.from ?? 0, f.from - 30), f.from)
    .replace(/^.*(?:[；;]|今年|本[年月季])/s, '')

/** 本月未发生 says nothing about 1—8月. */
function isOfPeriod(text: string, at: number, f: Figure): boolean {
  const own = /本月|当月|全月|本周|本季度|[一二三四]季度|(?<![—\-至\d])\d{1,2}月份?(?![\d—\-至])/.exec(
    text.slice(Math.max(0, at - 16), at),
  )?.[0]
  return (
    own === undefined || f.period === '' || f.period.includes(own) || !/[—\-至]|全年|累计|年度/.test(f.period)
  )
}

/** A heading between the two turns to another field, unless the claim is for the whole area. */
const heading = /\n(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])/
const wholeArea =
  /^(?:总的来?[看说]|总体[上看]?|综合来看|综上)?，?[^，。]{0,12}(?:全区|全市|全县|全镇|全年|全月|全季度|辖区)/
const isWhole = /^[^，。]{0,6}，?[^，。]{0,12}(?:全|我)[区市县镇乡]/
const inReach = (reading: Reading, f: Figure, sentence: Sentence) => {
  const own = reading.sentences[f.sentence]
  if (!own) return false
  const names = subjectsIn(reading.text.slice(own.from, f.from))
  const [a, b] = [Math.min(f.from, sentence.from), Math.max(f.from, sentence.from)]
  if (
    a !== b &&
    heading.test(reading.text.slice(a, b)) &&
    !wholeArea.test(reading.text.slice(sentence.from, sentence.to))
  )
    return false
  const said = reading.text.slice(sentence.from, sentence.to)
  const title = reading.text.slice(0, 40).split('\n')[0]!
  if (isWhole.test(said) && names.every((name) => title.includes(name.slice(-3)))) return true
  return (
    own.paragraph === sentence.paragraph ||
    (names.length === 0 && subjectsIn(reading.text.slice(sentence.from, sentence.to)).length === 0)
  )
}
