import vocabulary from 'virtual:figures-vocabulary'
import { checkText, type Finding, type Language, type VocabularyEntry } from '@anzhi/engine/figures'
import { readText } from '@anzhi/formats/text'

export interface Job {
  language: Language
  text?: string
  bytes?: Uint8Array
  name?: string
}

export type Answer = { ok: true; text: string; findings: Finding[] } | { ok: false; sentence: string }

/** The same reading and the same checks as on the command line. */
export function runJob(job: Job): Answer {
  let text = job.text ?? ''
  if (job.bytes) {
    const read = readText(job.bytes, job.name)
    if (!read.ok) return { ok: false, sentence: read.refusal[job.language] }
    text = read.text
  }
  return {
    ok: true,
    text,
    findings: checkText(text, { language: job.language, vocabulary: vocabulary as VocabularyEntry[] }),
  }
}
