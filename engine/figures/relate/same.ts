import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { measureFamilies, sameMeasure } from '../words/measures.ts'
import { periodWords, plainPeriods } from '../words/not-counted.ts'

const issue = new Set(measureFamilies.issue.split(' '))
const rates = new Set(['%', '‰', '个百分点', '倍', '分之', '成'])

export const isRate = (figure: Figure): boolean => rates.has(figure.unit)
export const isCount = (figure: Figure): boolean => !isRate(figure) && figure.over === undefined
export const isExact = (figure: Figure): boolean => figure.rough === 'exact'

/** Whether two counts may be put over each other. */
export function sameUnit(a: string, b: string): boolean {
  if (a === b) return true
  if (sameMeasure.some((set) => set.includes(a) && set.includes(b))) return true
  return issue.has(a) && issue.has(b)
}

/** A count without unit (整改1824) takes that of its neighbour. */
export const fits = (a: Figure, b: Figure): boolean =>
  a.unit === '' || b.unit === '' || sameUnit(a.unit, b.unit)

const organ =
  /(?:[\u4e00-\u9fff]{1,8})(?:街道|镇|乡|管理局|局|委员会|大队|支队|公司|集团|园区|开发区|社区|派出所|分局|监狱|学院|厂|矿|社|村|县|区|市|(?<![督交转承主协经查举创待在未])办(?![结理公法事案学展好成])|中心|系统|领域|行业|部门|专班)(?![面域势场部限法理事类问山井会房民])/g
const periods = new RegExp(periodWords.join('|'), 'g')
const noOrgan =
  /(?:全区|全市|全县|我区|我市|我县|全镇|辖区)$|^(?:[区县市我本该分]局|我[办委]|全区|全市|全县|我区|我市|我县|全镇|辖区|各镇|各乡|乡镇|城镇|城区|社区|小区|园区|片区|校区|厂区|地区|景区|农村|各部门|部门|多部门|领域|行业|系统|中心|各村)$/

/** Organs, places and fields of work that a stretch of text names. */
export function subjectsIn(text: string): string[] {
  return [...text.slice(0, 400).matchAll(organ)]
    .map((m) =>
      m[0]
        .replace(periods, '')
        .replace(/^(?:[个家名各]|其中|对照|按照|根据|针对|由|对|在|向|到|经|和|及|与|的|有|为|从)+/, ''),
    )
    .filter((name) => name.length > 1 && !noOrgan.test(name))
}

/** Whether a new organ, place or field is named between two figures: then they are about different things. */
export function turnsBetween(reading: Reading, a: Figure, b: Figure): boolean {
  if (a.cell || b.cell) return false
  const [first, last] = a.from < b.from ? [a, b] : [b, a]
  const between = reading.text.slice(first.to, Math.min(last.from, first.to + 600))
  return (
    /[；。\n](?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[）)])/.test(between) ||
    subjectsIn(between).length > 0
  )
}

export function samePeriod(a: Figure, b: Figure): boolean {
  const plain = (period: string) => (period === '' || plainPeriods.has(period) ? '' : period)
  return plain(a.period) === plain(b.period)
}

/** Figures near a figure: its sentence up to it, and the sentence before in the same paragraph. */
export function nearBefore(reading: Reading, figure: Figure, sentences = 1): Figure[] {
  const near: Figure[] = []
  for (let s = firstNear(reading, figure, sentences); s <= figure.sentence; s++) {
    const own = reading.sentences[s]!.figures
    near.push(...(own.length > 80 ? windowOf(own, figure) : own).filter((f) => f.from < figure.from))
  }
  return near
}

/** The first sentence that is near: so many before it in its paragraph, or the lines of its list of short items. */
function firstNear(reading: Reading, figure: Figure, sentences: number): number {
  if (figure.cell || sentences === 0) return figure.sentence
  const own = reading.sentences[figure.sentence]!
  let first = figure.sentence
  while (figure.sentence - first < sentences && reading.sentences[first - 1]?.paragraph === own.paragraph)
    first--
  while (first === figure.sentence || isItem(reading, reading.sentences[first]!)) {
    const before = reading.sentences[first - 1]
    if (!before || figure.sentence - first >= 4 || !isItem(reading, own) || !isItem(reading, before)) break
    first--
  }
  return first
}

/** A short line of a list without a full stop: ■ 排查隐患：2713处 */
function isItem(reading: Reading, sentence: Sentence): boolean {
  const length = sentence.to - sentence.from
  return (
    length < 48 &&
    sentence.paragraph >= 0 &&
    sentence.figures.length > 0 &&
    sentence.figures.length <= 4 &&
    reading.text[sentence.to - 1] !== '。' &&
    /[:：]/.test(reading.text.slice(sentence.from, sentence.to))
  )
}

/** The last forty figures before this one, so that a sentence of a thousand numbers costs no more than a short one. */
function windowOf(figures: Figure[], figure: Figure): Figure[] {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (figures[middle]!.from < figure.from) low = middle + 1
    else high = middle
  }
  return figures.slice(Math.max(0, low - 40), low + 40)
}
