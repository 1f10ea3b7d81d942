import type { Period } from '../calendar/index.ts'
import { type ShowEnv, showDay } from '../fields/index.ts'
import { type Figure, withUnit } from '../indicator/index.ts'
import { type Language, type Pack, placeholder, type Report, wordOf } from '../pack/index.ts'
import { conditionHolds, readFigure, unknownIn } from './condition.ts'
import type { Gap, Run } from './document.ts'
import { type Found, slotOf } from './slot.ts'

/** All that the sentences of a report are made of. */
export interface ReportInput {
  pack: Pack
  report: Report
  language: Language
  period: Period
  asOf: string
  /** The name of the organ that reports. */
  organ: string
  figures: ReadonlyMap<string, Figure>
  slots: ReadonlyMap<string, Found>
  /** The title of a linked record, when the reader may see it. */
  titleOf?: ShowEnv['titleOf']
}

/** A sentence as it is printed, and what could not be said in it. */
export interface Written {
  runs: Run[]
  gaps: Gap[]
}

/** Writes the sentence of a key, everything put in. Text is never read as a template. */
export function sentenceOf(input: ReportInput, key: string): Written {
  const sentence = wordOf(input.pack, input.language, key)
  const parts: Written[] = []
  let end = 0
  for (const match of sentence.matchAll(placeholder)) {
    parts.push(plain(sentence.slice(end, match.index)), putIn(input, match[1]!, match[2]!))
    end = match.index + match[0].length
  }
  return together([...parts, plain(sentence.slice(end))])
}

/** Parts one after the other; those without a sign are not there. */
export function together(parts: readonly Written[]): Written {
  return {
    runs: parts.flatMap(({ runs }) => runs).filter(({ text }) => text !== ''),
    gaps: parts.flatMap(({ gaps }) => gaps),
  }
}

export function plain(text: string): Written {
  return { runs: [{ text }], gaps: [] }
}

export function dayWords({ language }: Pick<ReportInput, 'language'>, day: string): string {
  return language === 'zh' ? showDay(day) : day
}

function putIn(input: ReportInput, sign: string, name: string): Written {
  if (sign === '?') return claimIn(input, name)
  if (sign === '=') return slotIn(input, name)
  const figure = readFigure(input.figures, name)
  return { runs: [{ text: withUnit(input.pack, input.language, figure), figure }], gaps: [] }
}

function slotIn(input: ReportInput, id: string): Written {
  const { organ, asOf, period, pack, language, report } = input
  if (id === 'organ') return plain(organ)
  if (id === 'asOf') return plain(dayWords(input, asOf))
  if (id === 'from' || id === 'to') return plain(dayWords(input, period[id]))
  const slot = report.slots[id]!
  const found = input.slots.get(id)
  if (found === undefined) throw new Error(`the report names ${id}, which was not read`)
  const titleOf = input.titleOf ?? (() => undefined)
  const { text, records, gap } = slotOf(pack, slot, found, {
    word: (key) => wordOf(pack, language, key),
    titleOf,
    day: (day) => dayWords(input, day),
  })
  const name = wordOf(pack, language, `slot.${report.id}.${id}`)
  return {
    runs: [
      text === null ? openPlace(input, name) : { text, slot: { id, register: slot.of.register, records } },
    ],
    gaps: gap === null ? [] : [{ id, name, ...gap }],
  }
}

function claimIn(input: ReportInput, id: string): Written {
  const { when, says, otherwise } = input.report.claims[id]!
  const holds = conditionHolds(when, input.figures)
  if (holds === null) {
    const name = wordOf(input.pack, input.language, `claim.${input.report.id}.${id}`)
    const figures = unknownIn(when, input.figures)
    return {
      runs: [{ ...openPlace(input, name), claim: id }],
      gaps: [{ code: 'unknownFigures', id, name, figures }],
    }
  }
  const { runs, gaps } = sentenceOf(input, holds ? says : otherwise)
  return { runs: runs.map((run) => ({ ...run, claim: id })), gaps }
}

/** Seen at once by whoever reads the draft, and never to be taken for a sentence. */
function openPlace({ pack, language }: ReportInput, name: string): Run {
  return { text: wordOf(pack, language, 'document.gap').replace('{name}', () => name), gap: true }
}
