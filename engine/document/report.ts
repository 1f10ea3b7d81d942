import type { Period } from '../calendar/index.ts'
import { showDay } from '../fields/index.ts'
import { type Figure, withUnit } from '../indicator/index.ts'
import { type Language, type Pack, placeholder, type Report, wordOf } from '../pack/index.ts'
import type { Block, Document, Run } from './document.ts'

export interface ReportInput {
  pack: Pack
  report: Report
  language: Language
  period: Period
  asOf: string
  /** The name of the organ that reports. */
  organ: string
  figures: ReadonlyMap<string, Figure>
}

/** The indicators that a report prints, each once, in the order in which they first occur. */
export function indicatorsOf(pack: Pack, report: Report): string[] {
  const sentences = report.blocks.map(({ text }) => wordOf(pack, 'zh', text) + wordOf(pack, 'en', text))
  const names = [...sentences.join('').matchAll(placeholder)]
    .filter(([, slot]) => slot !== '=')
    .map(([, , name]) => name!)
  return [...new Set(names)]
}

/** A report over a period: its sentences with figures and slots put in. Text is never read as a template. */
export function buildReport(input: ReportInput): Document {
  const blocks = input.report.blocks.map(({ kind, text }): Block => ({ kind, runs: runsOf(input, text) }))
  const signature: Block[] = [
    { kind: 'signature', runs: [{ text: input.organ }] },
    { kind: 'signature', runs: [{ text: dayWords(input, input.asOf) }] },
  ]
  const title = blocks.find(({ kind }) => kind === 'title')
  return { title: title?.runs.map(({ text }) => text).join('') ?? '', blocks: [...blocks, ...signature] }
}

function dayWords({ language }: ReportInput, day: string): string {
  return language === 'zh' ? showDay(day) : day
}

function runsOf(input: ReportInput, key: string): Run[] {
  const sentence = wordOf(input.pack, input.language, key)
  const runs: Run[] = []
  let end = 0
  for (const match of sentence.matchAll(placeholder)) {
    if (match.index > end) runs.push({ text: sentence.slice(end, match.index) })
    runs.push(match[1] === '=' ? { text: slotText(input, match[2]!) } : figureRun(input, match[2]!))
    end = match.index + match[0].length
  }
  if (end < sentence.length) runs.push({ text: sentence.slice(end) })
  return runs
}

function slotText(input: ReportInput, slot: string): string {
  if (slot === 'organ') return input.organ
  return dayWords(input, slot === 'asOf' ? input.asOf : input.period[slot as 'from' | 'to'])
}

function figureRun({ pack, figures, language }: ReportInput, id: string): Run {
  const figure = figures.get(id)
  if (figure === undefined) throw new Error(`the report prints ${id}, which was not read`)
  return { text: withUnit(pack, language, figure), figure }
}
