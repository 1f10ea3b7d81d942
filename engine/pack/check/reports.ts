import type { PackSource } from '../notation/index.ts'
import type { Declared, Tell } from './packs.ts'

/** The plain slots that every report may print. */
export const reportSlots = ['from', 'to', 'asOf', 'organ'] as const

/** `{indicator}` and `{=slot}` in a sentence of a report. */
export const placeholder = /\{(=?)([^{}]*)\}/g

/** Tells which placeholders of a pack's reports lead nowhere, in every language. */
export function checkReports(declared: Declared, source: PackSource, tell: Tell): void {
  for (const [id, report] of Object.entries(source.reports ?? {})) {
    const path = `${source.id}/reports/${id}`
    if (report.blocks.length === 0) tell(path, 'empty')
    report.blocks.forEach(({ text }, index) => {
      for (const language of ['zh', 'en'] as const) {
        checkSentence(declared, source.words[language][text] ?? '', `${path}/blocks/${index}`, tell)
      }
    })
  }
}

function checkSentence(declared: Declared, sentence: string, path: string, tell: Tell): void {
  for (const [, slot, name] of sentence.matchAll(placeholder)) {
    const known =
      slot === '=' ? (reportSlots as readonly string[]).includes(name!) : declared.indicators.has(name!)
    if (!known) tell(path, 'unknownPlaceholder', name)
  }
}
