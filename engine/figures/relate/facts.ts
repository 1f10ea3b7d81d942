import type { Figure, Reading } from '../read/figure.ts'
import { objectOf, stepsIn } from '../read/meaning.ts'
import { plainPeriods } from '../words/not-counted.ts'
import { carriedOver } from '../words/relations.ts'
import { isCount, subjectsIn } from './same.ts'

/** A figure that states how many of one thing there are, for one subject and period. */
export interface Fact {
  figure: Figure
  step: string
  object: string
  subject: string
  period: string
  /** A general campaign or group of fields that it counts under. */
  scope: string
  isPart: boolean
  key: string
}

const sameStep: Readonly<Record<string, string>> = {
  排查出: '发现',
  排查: '发现',
  查出: '发现',
  检查出: '发现',
  摸排出: '发现',
  摸排: '发现',
  自查出: '发现',
  梳理出: '发现',
  梳理: '发现',
  查找: '发现',
  查摆: '发现',
  存在: '发现',
  共有: '',
  现有: '',
  在册: '',
  登记在册: '',
}
const scopePattern =
  /[\u4e00-\u9fffA-Za-z“”"\d]{0,24}?(?:专项行动|攻坚行动|百日行动|行动|大检查|大排查|大起底|大整治|专项整治|重点行业领域|重点领域|重点行业|攻坚战|攻坚|执法月|执法季)(?=[中内期，、”]|方面|框架|以来|开展以来|实施以来|启动以来|共|累计|检查|排查|发现|出动)/g

export function findFacts(reading: Reading): Fact[] {
  const headings = headingSubjects(reading)
  const facts: Fact[] = []
  for (const figure of reading.figures) {
    if (!isCount(figure) && figure.unit !== '%') continue
    if (figure.cell || figure.rough === 'range' || figure.meaning.past || figure.joined) continue
    facts.push(factOf(reading, figure, headings[figure.paragraph] ?? ''))
  }
  return facts
}

function factOf(reading: Reading, figure: Figure, heading: string): Fact {
  const sentence = reading.sentences[figure.sentence]!
  const before = reading.text.slice(Math.max(sentence.from, figure.from - 160), figure.from)
  const own = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf(';')) + 1)
  const named = figure.meaning.steps.map((s) => sameStep[s] ?? s)
  const steps = named.length > 1 ? named.filter((s) => s !== '完成' && s !== '落实') : named
  const step = [...new Set(steps)].join('')
  const subject = [heading, subjectsIn(before.replace(/[，。；：]/g, '，')).join('|')]
    .join('|')
    .replace(/^\||\|$/g, '')
  const period = plainPeriods.has(figure.period) ? '' : figure.period
  const isPart = /其中|分别|各(?![类种项级地方部单行])|每|其余|另/.test(own) || figure.bracket > 0
  const rate =
    figure.unit === '%' ? (/([\u4e00-\u9fff]{1,12})率[^，。；\d]{0,5}$/.exec(before)?.[1] ?? '') : ''
  const object =
    figure.unit === '%'
      ? rate.replace(/^(?:全区|全市|全县|总体|综合|隐患|问题)+/, '')
      : objectOf(`${figure.head.slice(stepsIn(figure.head).at(-1)?.at ?? 0)}${figure.tail}`)
  const lead = objectOf(figure.head.slice(0, stepsIn(figure.head).at(-1)?.at ?? 0))
  return {
    figure,
    step,
    object,
    subject,
    period,
    scope: scopeOf(before),
    isPart,
    key: `${step}|${object}|${figure.unit}|${subject}|${lead}|${period}`,
  }
}

const scopeOf = (before: string) =>
  [...before.matchAll(scopePattern)].at(-1)?.[0].replace(/^.*(?:在|围绕|结合|开展|通过|对|，)/, '') ?? ''

/** A heading that names a field or an organ holds for the paragraphs under it. */
function headingSubjects(reading: Reading): string[] {
  const subjects: string[] = []
  let current = ''
  for (const paragraph of reading.paragraphs) {
    const text = reading.text.slice(paragraph.from, Math.min(paragraph.to, paragraph.from + 60)).trim()
    const isHeading =
      /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|#{1,6} |[—\-•·■◆●▲★]{1,2}|[一二三四五六七八九十]是)/.test(
        text,
      )
    const head = text.split(/[。：:\n]/)[0]!.slice(0, 30)
    if (isSummary(text)) current = ''
    const isItem = /^[一二三四五六七八九十]是/.test(text)
    const label = isHeading ? undefined : /^[^，。；：:\d（(]{1,14}(?=[：:])/.exec(text)?.[0]
    if (
      label !== undefined &&
      /(?:组|局|办|镇|乡|街道|村|社区|队|中心|公司|所|站|院|校|领域|行业|方面|专班|部门|企业|区|县|市)$/.test(
        label,
      )
    ) {
      subjects.push(`${scopeful(current)}|${label}`)
      continue
    }
    const aspect = /^([\u4e00-\u9fff]{2,12})(?:方面|工作|领域|行业)[，,：:]/.exec(text)?.[1]
    if (aspect !== undefined && !/力度|成效|执法|监管|宣传|责任|整改|排查|总体/.test(aspect)) {
      subjects.push(`${scopeful(current)}|${aspect}`)
      continue
    }
    if (isItem) {
      subjects.push(scopeful(head.replace(/^[一二三四五六七八九十]是/, '')))
      continue
    }
    if (isHeading) current = head.replace(/^[^\u4e00-\u9fff]+|^[一二三四五六七八九十]{1,3}[、是]/, '')
    subjects.push(isHeading || text.length > 0 ? scopeful(current) : '')
  }
  return subjects
}

const isSummary = (text: string) => /^(?:总的|总体|综上|总之|全区|全市|全县)/.test(text)

/** Headings such as 工作开展情况 name no scope. */
const scopeful = (heading: string) =>
  subjectsIn(heading).join('|') ||
  (/情况|总体|概况|成效|结果|基本|汇总/.test(heading) || heading.length > 14 ? '' : heading)

export const mayCarry = (reading: Reading, a: Figure, b: Figure): boolean =>
  [a, b].some((f) =>
    carriedOver.some((word) => reading.text.slice(Math.max(0, f.from - 20), f.to + 12).includes(word)),
  )
