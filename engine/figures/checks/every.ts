import type { Draft } from '../finding.ts'
import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { lastBefore } from '../relate/at.ts'
import { isCount, isExact } from '../relate/same.ts'
import { isNamedIn, nameRuns } from '../relate/words-of.ts'
import { isFuture } from './none.ts'
import { checkThresholds } from './threshold.ts'

const each =
  '(?:家家户户|家家|户户|个个|人人|村村|处处|校校|站站|店店|件件|无一例外地?)(?:都|均|全|皆)?|普遍都?|均|都|皆|全部|全都|悉数'

interface Predicate {
  said: RegExp
  /** What the label of an exception says. */
  denied: RegExp
  /** The exception's own stretch must name the things, not only its paragraph. */
  isNarrow: boolean
}

const predicates: readonly Predicate[] = [
  {
    said: new RegExp(
      `(?:${each})(?:存在|有|发现|查出)(?:了)?(?:不同程度的?|各类|这样那样的?|安全)?(?:问题|隐患|违法违规行为)`,
      'g',
    ),
    denied: /(?:无|未发现|没有|未查出|不存在|未存在|没有发现)(?:明显|任何|安全)?(?:问题|隐患|违法)/,
    isNarrow: false,
  },
  {
    said: new RegExp(
      `(?:${each})(?:未(?:发现|查出|存在)|没有发现|没有|无|不存在)(?:任何|明显|安全|违法)?(?:问题|隐患|违规行为|违法行为)|零隐患|零问题`,
      'g',
    ),
    denied:
      /(?<![未没无不])(?:发现|查出|存在|有)(?:了)?(?:问题|隐患)的?$|^[\u4e00-\u9fff]{0,6}(?:存在|发现|有)(?:问题|隐患)/,
    isNarrow: true,
  },
  {
    said: new RegExp(
      `(?:${each})(?:检[测验])?(?:合格|达标|通过(?:了)?(?:验收|考核|检[测验]|考试)?)(?!率|证|后|的)|无一不合格`,
      'g',
    ),
    denied:
      /(?:不合格|未达标|不达标|未通过|没有通过|未合格|不及格)的?(?:有|为|共)?$|^[\u4e00-\u9fff]{0,6}(?:不合格|未达标|不达标|未通过|不及格)/,
    isNarrow: true,
  },
]

/** 家家都有问题, 均未发现隐患, 全部合格, 均在95%以上 against the exception that the text prints. */
export function checkEvery(reading: Reading): Draft[] {
  const told = reading.sentences.flatMap((sentence) => {
    if (sentence.paragraph < 0 || sentence.to - sentence.from > 2000) return []
    const text = reading.text.slice(sentence.from, sentence.to)
    if (!/[都均皆]|全部|悉数|家家|户户|零/.test(text) || !/问题|隐患|合格|达标|通过|违/.test(text)) return []
    return predicates.flatMap((predicate) =>
      [...text.matchAll(predicate.said)].flatMap((m) => claimDraft(reading, sentence, predicate, m)),
    )
  })
  return [...told, ...checkThresholds(reading)]
}

function claimDraft(
  reading: Reading,
  sentence: Sentence,
  predicate: Predicate,
  found: RegExpMatchArray,
): Draft[] {
  const text = reading.text.slice(sentence.from, sentence.to)
  const lead = text.slice(0, found.index).replace(/^.*[，。；：、]/s, '')
  const after = text.slice(found.index! + found[0].length).split(/[，。；]/)[0]!
  if (
    isFuture(`${lead}${found[0]}`) ||
    /后|补|复[查检测验]|再次|除|外|重新|整改|如|若|是否|能否|不/.test(lead)
  )
    return []
  if (/^(?:的|后|要|率|方可|才)/.test(after)) return []
  const at = sentence.from + found.index!
  const exception = exceptionOf(reading, predicate, at, nameRuns(lead))
  if (!exception) return []
  const quote = quoteOf(reading, exception)
  return [
    {
      kind: 'claim',
      from: at,
      to: at + found[0].length,
      right: null,
      zh: `“${found[0]}”与文中“${quote}”不符，有${show(exception)}例外`,
      en: `“${found[0]}” against “${quote}”`,
    },
  ]
}

const quoteOf = (reading: Reading, f: Figure) =>
  `${f.head.slice(-10)}${reading.text.slice(f.from, f.to)}${f.tail.slice(0, 8)}`

function exceptionOf(
  reading: Reading,
  { denied, isNarrow }: Predicate,
  at: number,
  runs: readonly string[],
): Figure | undefined {
  if (runs.length === 0) return undefined
  return lastBefore(reading, at, 60).find((f) => {
    if (f.cell || !isCount(f) || !isExact(f) || f.value === 0 || f.unit === '' || f.meaning.past) return false
    if (f.to > at || at - f.to > (isNarrow ? 400 : 1500)) return false
    const own = `${f.head}`
    const isDenied = denied.test(own) || (own.replace(/[其中有另]/g, '') === '' && denied.test(f.tail))
    if (!isDenied) return false
    const sentence = reading.sentences[f.sentence]!
    const before = reading.sentences[f.sentence - 1]
    const from = isNarrow || before?.paragraph !== f.paragraph ? sentence.from : before.from
    const part = reading.text.slice(from, sentence.to)
    const context = isNarrow ? stretchOf(part, f.from - from) : part
    return isNamedIn(runs, context)
  })
}

/** The stretch between semicolons around a place. */
const stretchOf = (text: string, at: number) => {
  const from = Math.max(text.lastIndexOf('；', at), text.lastIndexOf(';', at)) + 1
  const end = text.indexOf('；', at)
  return text.slice(from, end < 0 ? text.length : end)
}
