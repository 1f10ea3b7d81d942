import type { Figure } from '../indicator/index.ts'
import { type Clause, type Pack, type ReportBlock, wordOf } from '../pack/index.ts'
import { conditionHolds, unknownIn } from './condition.ts'
import { type Gap, type LeftOut, plainText } from './document.ts'
import { plain, type ReportInput, sentenceOf, together, type Written } from './sentence.ts'

interface Weighed {
  written: Written
  leftOut: LeftOut[]
  gaps: Gap[]
  isPrinted: boolean
}

/** The clauses of a paragraph that are printed, counted and joined, and those that are left out. */
export function clausesOf(
  input: ReportInput,
  { clauses, numbered, join }: Pick<ReportBlock, 'clauses' | 'numbered' | 'join'>,
): { printed: Written | null; leftOut: LeftOut[]; gaps: Gap[] } {
  const word = (key: string) => wordOf(input.pack, input.language, `document.${key}`)
  const weighed = clauses.map((clause) => weigh(input, clause))
  const kept = weighed.filter(({ isPrinted }) => isPrinted)
  const parts = kept.flatMap(({ written }, index) => [
    plain(index === 0 ? '' : word(join)),
    plain(numbered ? word(`ordinal.${index + 1}`) : ''),
    written,
  ])
  return {
    printed: kept.length === 0 ? null : together([...parts, plain(word('end'))]),
    leftOut: weighed.flatMap(({ leftOut }) => leftOut),
    gaps: weighed.flatMap(({ gaps }) => gaps),
  }
}

function weigh(input: ReportInput, clause: Clause): Weighed {
  const written = sentenceOf(input, clause.text)
  const figures = written.runs.flatMap(({ figure }) => figure ?? [])
  const text = plainText(written)
  const isOut = (why: LeftOut['why']): Weighed => {
    const leftOut = [{ text, why, figures: figures.map(({ indicator }) => indicator) }]
    return { written, leftOut, gaps: [], isPrinted: false }
  }
  const gapOf = (unknown: string[]): Gap => {
    return { code: 'unknownFigures', id: clause.text, name: text, figures: unknown }
  }
  if (clause.when === null) {
    if (figures.length > 0 && figures.every((figure) => isNothing(input.pack, figure))) return isOut('zero')
    const unknown = figures
      .filter((figure) => figure.value === null && !isNothing(input.pack, figure))
      .map(({ indicator }) => indicator)
    return { written, leftOut: [], gaps: unknown.length === 0 ? [] : [gapOf(unknown)], isPrinted: true }
  }
  const holds = conditionHolds(clause.when, input.figures)
  if (holds === false) return isOut('condition')
  // What nobody knows is not said.
  if (holds === null)
    return { written, leftOut: [], gaps: [gapOf(unknownIn(clause.when, input.figures))], isPrinted: false }
  return { written, leftOut: [], gaps: [], isPrinted: true }
}

/** Zero, or a rate of nothing. */
function isNothing(pack: Pack, { indicator, value, parts }: Figure): boolean {
  if (value !== null) return isZero(value)
  return pack.indicators[indicator]!.kind === 'ratio' && isZero(parts![1]!.value)
}

function isZero(value: string | null): boolean {
  return value !== null && /^-?0(\.0*)?$/.test(value)
}
