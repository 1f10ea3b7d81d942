import type { Language } from '../pack/index.ts'
import type { Refusal } from './refusal.ts'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

const words: Record<Language, Record<string, string>> = { zh, en }

/** One step of a plan in words; a step without words shows what it is called. */
export function sayStep(language: Language, step: string, values: Record<string, unknown>): string {
  return fill(words[language][`step.${step}`] ?? step, values)
}

/** Why a pack is refused, in words, with the name by which its definition calls the thing. */
export function sayRefusal(language: Language, refusal: Refusal): string {
  return fill(words[language][`refusal.${refusal.why}`]!, { ...refusal })
}

function fill(sentence: string, values: Record<string, unknown>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}
