import type { Draft } from '../finding.ts'
import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { stepsIn } from '../read/meaning.ts'
import { show } from '../relate/arithmetic.ts'
import { stepsOfName } from '../relate/rates.ts'
import { isCount, isExact, nearBefore, subjectsIn } from '../relate/same.ts'
import { wholeOf } from '../relate/wholes.ts'
import { rateSteps } from '../words/flows.ts'
import { remainder } from '../words/relations.ts'
import { bothFall } from './both-fall.ts'
import { leftOpen, otherClaim } from './left-open.ts'
import { clauseAt, isFuture, noneDraft, nonePattern, zeroPattern } from './none.ts'
import { shortageBefore } from './short.ts'

const allPattern =
  /(?:均已|全部|悉数|全数|全都|都已|皆已|均(?=(?:得到|完成|整改|按期|按时|落实|报送|实现|达到|通过))|无一遗漏|一个不落|全面完成)[^，。；：！？\n（(]{0,16}/g
const coverPattern = /(?:实现|做到|达到|已|基本)?[^，。；：\n]{0,8}全覆盖/g
const shortPattern =
  /(?:均已|全部|悉数|全数|全都|都已|皆已|均(?=(?:得到|完成|整改|按期|按时|落实|报送|实现|达到|通过))|无一遗漏|圆满完成|全面完成|全员(?=参训|到位|到会|到岗|参加|持证|通过)|(?:件件|条条|户户|村村|家家|处处|站站|校校)(?=都|均|有|完成|办结|整改|落实|建成|安装|建档))[^，。；：！？\n（(]{0,16}|[^，。；：\n]{0,6}(?:全覆盖|清零)|应[\u4e00-\u9fff]{1,2}尽[\u4e00-\u9fff]{1,2}/g
/** 全部, 均已, 全覆盖, 未发生 against the printed parts. */
export function checkClaim(reading: Reading): Draft[] {
  return reading.sentences.flatMap((sentence, index) => {
    if (sentence.paragraph < 0 || sentence.to - sentence.from > 4000) return []
    const text = reading.text.slice(sentence.from, sentence.to)
    const told = [
      ...[...text.matchAll(allPattern)].flatMap((m) => allDraft(reading, sentence, index, m.index, m[0])),
      ...[...text.matchAll(coverPattern)].flatMap((m) => coverDraft(reading, sentence, index, m.index, m[0])),
      ...[...text.matchAll(nonePattern), ...text.matchAll(zeroPattern)]
        .flatMap((m) => noneDraft(reading, sentence, m))
        .slice(-1),
    ]
    const more = [
      ...leftOpen(reading, sentence),
      ...[...text.matchAll(shortPattern)].flatMap((m) => shortDraft(reading, sentence, m.index, m[0])),
    ]
    more.push(...bothFall(reading, sentence, index))
    const all = [...told]
    for (const d of more) if (!all.some((t) => t.from < d.to && d.from < t.to)) all.push(d)
    return all
  })
}

function shortDraft(reading: Reading, sentence: Sentence, at: number, words: string): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  const lead = text.slice(0, at).replace(/^.*[，；。：\n]/s, '')
  const said = `${lead}${words}`.replace(
    /应.{1,2}尽.{1,2}|做到了?|(?<=完成|达到)[^，。；]{0,10}(?:计划|任务|目标|要求)/g,
    '',
  )
  if (/后$/.test(lead) || isFuture(said) || otherClaim.test(said) || /的\d|后$/.test(words)) return []
  if (
    remainder.some((w) => lead.includes(w)) ||
    /基本/.test(`${lead}${words}`) ||
    /^[”"]/.test(text.slice(at + words.length))
  )
    return []
  const from = sentence.from + at
  const short = shortageBefore(reading, sentence, { at: from, lead, words })
  if (!short) return []
  const { whole, told, open } = short
  return [
    {
      kind: 'claim',
      from,
      to: from + words.trimEnd().length,
      right: null,
      zh: `“${words}”与文中数字不符：${show(whole)}中${show(told)}，还有${open}未完成`,
      en: `“${words}”: of ${show(whole)}, ${show(told)}; ${open} are open`,
    },
  ]
}

function allDraft(reading: Reading, sentence: Sentence, index: number, at: number, claim: string): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  const lead = clauseAt(text, at)
  const own = stepsIn(claim).map((s) => s.word)
  const steps = own.length > 0 ? [...own, ...stepsIn(lead).map((s) => s.word)] : own
  if (
    steps.length === 0 ||
    /后$/.test(lead) ||
    isFuture(lead) ||
    /前|时限|要求|计划|的\d|后$/.test(claim) ||
    remainder.some((w) => lead.includes(w))
  )
    return []
  const from = sentence.from + at
  const short = shortfall(reading, index, from, steps, lead)
  if (!short) return []
  const [part, whole] = short
  return [
    {
      kind: 'claim',
      from,
      to: from + claim.trimEnd().length,
      right: null,
      zh: `“${claim}”与文中数字不符：${show(whole)}中只有${show(part)}，${show(whole)}－${show(part)}＝${show({ ...whole, value: whole.value - part.value })}未完成`,
      en: `“${claim}”: of ${show(whole)} only ${show(part)} are done, ${show(whole)} − ${show(part)} = ${show({ ...whole, value: whole.value - part.value })} open`,
    },
  ]
}

/** The last part and whole before a claim (or just after it) that belong to its step and its things. */
function shortfall(
  reading: Reading,
  index: number,
  from: number,
  steps: readonly string[],
  lead: string,
): readonly [Figure, Figure] | undefined {
  const near = figuresAround(reading, index, from)
  const wide = [...new Set(steps.flatMap((s) => rateSteps[s] ?? [s]))].filter((s) => s !== '已')
  const subject = lead.replace(/^(?:目前|截至目前|现|已|现已|现均|上述|以上)+/, '')
  const things = subject.replace(/[\d,.]+/g, '')
  const before = near.filter((f) => f.to <= from)
  const last = before.at(-1)
  if (
    last &&
    isCount(last) &&
    last.from > from - lead.length - 1 &&
    !before.some((f) => f !== last && f.value === last.value)
  ) {
    return wholeNamed(reading, last, before, wide)
  }
  for (const part of [...near].reverse()) {
    if (!isExact(part) || !isCount(part) || part.meaning.past) continue
    const done =
      !part.meaning.open && !part.meaning.ordered && part.meaning.steps.some((s) => wide.includes(s))
    if (!done) {
      if (
        part.to <= from &&
        part.meaning.steps.length > 0 &&
        isCount(part) &&
        part.meaning.narrow.length > 0 &&
        part.index === before.at(-1)?.index
      )
        return undefined
      continue
    }
    const whole = wholeOf(
      reading,
      part,
      near.filter((f) => f.from < part.from),
    )
    if (whole && part.from > from && whole.from > from) continue
    if (!whole || whole.value <= part.value) return undefined
    return touches(reading, things, whole, part) && !isOfOthers(before, part, whole, from, lead)
      ? [part, whole]
      : undefined
  }
  return undefined
}

/** 另有结转4处，全部整改完成; 83名照管员全部轮训: the number next to the claim is what it speaks of. */
function isOfOthers(
  before: readonly Figure[],
  part: Figure,
  whole: Figure,
  from: number,
  lead: string,
): boolean {
  const last = before.filter(isCount).at(-1)
  if (!last) return false
  if (last.from > from - lead.length - 1) return last.value !== whole.value
  if (last === part || last === whole || last.meaning.open) return false
  return last.from > part.from && last.meaning.steps.every((s) => !part.meaning.steps.includes(s))
}

/** "12个市场已全部取缔": the claim names its own number. */
function wholeNamed(
  reading: Reading,
  named: Figure,
  before: readonly Figure[],
  wide: readonly string[],
): readonly [Figure, Figure] | undefined {
  for (const part of [...before].reverse()) {
    if (
      part === named ||
      !isExact(part) ||
      part.unit !== named.unit ||
      part.meaning.open ||
      !part.meaning.steps.some((s) => wide.includes(s))
    )
      continue
    const whole = wholeOf(
      reading,
      part,
      before.filter((f) => f.from < part.from),
    )
    return whole && whole.value === named.value && part.value < whole.value ? [part, whole] : undefined
  }
  return undefined
}

const figuresAround = (reading: Reading, index: number, from: number): Figure[] => {
  const paragraph = reading.sentences[index]!.paragraph
  const near: Figure[] = []
  for (let s = Math.max(0, index - 3); s <= Math.min(reading.sentences.length - 1, index + 1); s++) {
    const sentence = reading.sentences[s]!
    if (sentence.paragraph === paragraph)
      near.push(...sentence.figures.slice(0, 60).filter((f) => f.from < from + 200))
  }
  return near
}

/** The claim names nothing else than the figures do. */
function touches(reading: Reading, things: string, whole: Figure, part: Figure): boolean {
  const rest = things.replace(
    /[^\u4e00-\u9fff]|所有|各类|排查|发现|检查|查出|问题|隐患|安全|已|全区|全市|全县|目前|进行|督促|现场|了|的|对|将|出|均/g,
    '',
  )
  if (subjectsIn(things).some((s) => !`${whole.head}${whole.tail}${part.head}${part.tail}`.includes(s)))
    return false
  const label = `${whole.head}${reading.text.slice(whole.to, part.from).slice(0, 60)}${reading.text.slice(part.from, part.to + 20).replace(/[，。；].*$/s, '')}`
  return rest === '' || label.includes(rest) || (rest.length >= 2 && label.includes(rest.slice(-2)))
}

function coverDraft(reading: Reading, sentence: Sentence, index: number, at: number, claim: string): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  if (isFuture(`${clauseAt(text, at)}${claim}`) || /基本/.test(claim)) return []
  const from = sentence.from + at
  const around = figuresAround(reading, index, from)
  const own = around.filter((f) => f.to <= from + claim.length)
  const near = own.some(isCount) ? own : around
  // 以上254家单位实现全覆盖 names its own number.
  if (own.some((f) => isCount(f) && f.from >= from + claim.length - clauseAt(text, at + claim.length).length))
    return []
  const rate = near.find(
    (f) =>
      f.unit === '%' &&
      f.value < 100 &&
      /覆盖率[^，。；\d]{0,5}$/.test(reading.text.slice(Math.max(0, f.from - 12), f.from)) &&
      !f.meaning.past,
  )
  const steps = stepsOfName('覆盖').filter((s) => s !== '已')
  const part = near
    .filter(
      (f) =>
        isCount(f) &&
        isExact(f) &&
        !f.meaning.open &&
        f.meaning.steps.some((s) => steps.includes(s)) &&
        /已|完成|实|共|走访|检查|培训/.test(`${f.head}${f.tail}`),
    )
    .at(-1)
  const whole = part && coverWhole(reading, part, near)
  const to = from + claim.length
  const start = to - claim.replace(/^.*?(?=实现|做到|达到|全覆盖)/, '').length
  if (part && whole && whole.value > part.value)
    return [
      {
        kind: 'claim',
        from: start,
        to,
        right: null,
        zh: `“全覆盖”与文中数字不符：${show(whole)}中只有${show(part)}，${show(whole)}－${show(part)}＝${show({ ...whole, value: whole.value - part.value })}未覆盖`,
        en: `“全覆盖”: only ${show(part)} of ${show(whole)} are covered`,
      },
    ]
  return rate
    ? [
        {
          kind: 'claim',
          from: start,
          to,
          right: null,
          zh: `“全覆盖”与文中覆盖率${show(rate)}不符`,
          en: `“全覆盖” against a printed coverage of ${show(rate)}`,
        },
      ]
    : []
}

/** What was to be covered: a stock, or what was due, in the same unit. */
function coverWhole(reading: Reading, part: Figure, near: readonly Figure[]): Figure | undefined {
  const whole = nearBefore(reading, part)
    .filter(
      (f) =>
        isCount(f) &&
        isExact(f) &&
        f.unit === part.unit &&
        !f.meaning.past &&
        /共有|现有|应|总数|辖区|在册|全区|共/.test(f.head),
    )
    .at(-1)
  return whole && near.includes(whole) && subjectsIn(reading.text.slice(whole.to, part.from)).length === 0
    ? whole
    : undefined
}
