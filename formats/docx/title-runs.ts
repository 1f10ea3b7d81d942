import type { Block, Run } from '@anzhi/engine/document'
import type { XmlComponent } from 'docx'
import { lineBreak, type Numbering, runElements } from './runs.ts'
import { titleBreaks } from './title.ts'
import { legalText } from './xml.ts'

/** The runs of a title with line breaks where its shape asks for them, but never inside a figure. */
export function titleElements({ runs }: Block, numbering: Numbering): XmlComponent[] {
  const legal = runs.map((run) => ({ ...run, text: legalText(run.text) }))
  const breaks = titleBreaks(legal.map(({ text }) => text).join(''))
  let start = 0
  return legal.flatMap((run) => {
    const inside = breaks.map((offset) => offset - start).filter((at) => at >= 0 && at < run.text.length)
    start += run.text.length
    return brokenRun(run, inside, numbering)
  })
}

function brokenRun(run: Run, offsets: readonly number[], numbering: Numbering): XmlComponent[] {
  const allowed = run.figure === undefined ? offsets : offsets.filter((offset) => offset === 0)
  const starts = [0, ...allowed.filter((offset) => offset > 0)]
  const pieces = starts.map((from, index) => ({ ...run, text: run.text.slice(from, starts[index + 1]) }))
  const lines = pieces.flatMap((piece, index) => [
    ...(index > 0 ? [lineBreak()] : []),
    ...runElements(piece, numbering),
  ])
  return allowed.includes(0) ? [lineBreak(), ...lines] : lines
}
