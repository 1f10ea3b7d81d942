import { figuresIn, type Pack, placeholder, type Report, type ReportBlock, wordOf } from '../pack/index.ts'
import { clausesOf } from './clauses.ts'
import type { Block, Draft, Gap, LeftOut } from './document.ts'
import { dayWords, plain, type ReportInput, sentenceOf, together } from './sentence.ts'

/** The indicators that a report prints, then those that only its conditions read, each once, as they first occur. */
export function indicatorsOf(pack: Pack, report: Report): string[] {
  const claims = Object.values(report.claims)
  const clauses = report.blocks.flatMap((block) => block.clauses)
  const keys = [
    ...report.blocks
      .flatMap(({ text, clauses }) => [text ?? [], clauses.map((clause) => clause.text)])
      .flat(2),
    ...claims.flatMap(({ says, otherwise }) => [says, otherwise]),
  ]
  const sentences = keys.map((key) => wordOf(pack, 'zh', key) + wordOf(pack, 'en', key))
  const printed = [...sentences.join('').matchAll(placeholder)]
    .filter(([, sign]) => sign === '')
    .map(([, , name]) => name!)
  const conditions = [...claims, ...clauses].flatMap(({ when }) => when ?? [])
  return [...new Set([...printed, ...conditions.flatMap(figuresIn)])]
}

interface Part {
  block: Block | null
  gaps: Gap[]
  leftOut: LeftOut[]
}

/** A report over a period: its sentences with everything put in, and what they could not or need not say. */
export function buildReport(input: ReportInput): Draft {
  const parts = input.report.blocks.map((block) => blockOf(input, block))
  const blocks = parts.flatMap(({ block }) => block ?? [])
  const signature: Block[] = [
    { kind: 'signature', runs: [{ text: input.organ }] },
    { kind: 'signature', runs: [{ text: dayWords(input, input.asOf) }] },
  ]
  const title = blocks.find(({ kind }) => kind === 'title')
  return {
    title: title?.runs.map(({ text }) => text).join('') ?? '',
    blocks: [...blocks, ...signature],
    gaps: eachOnce(parts.flatMap(({ gaps }) => gaps)),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  }
}

function blockOf(input: ReportInput, block: ReportBlock): Part {
  const lead = block.text === null ? plain('') : sentenceOf(input, block.text)
  if (block.clauses.length === 0)
    return { block: { kind: block.kind, runs: lead.runs }, gaps: lead.gaps, leftOut: [] }
  const { printed, leftOut, gaps } = clausesOf(input, block)
  // What leads in to nothing goes with its clauses.
  if (printed === null) return { block: null, gaps, leftOut }
  const space = wordOf(input.pack, input.language, 'document.lead')
  const written = together([lead, plain(block.text === null ? '' : space), printed])
  return { block: { kind: block.kind, runs: written.runs }, gaps: [...written.gaps, ...gaps], leftOut }
}

/** A slot that is printed twice is missing once. */
function eachOnce(gaps: readonly Gap[]): Gap[] {
  return gaps.filter(
    (gap, index) => gaps.findIndex(({ code, id }) => code === gap.code && id === gap.id) === index,
  )
}
