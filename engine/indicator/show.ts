import { type Language, type Pack, wordOf } from '../pack/index.ts'
import type { Figure } from './figure.ts'

/** The unit in the reader's language; the Chinese measure word (处, 家次) is the definition's own. */
export function unitWord(pack: Pack, language: Language, unit: string): string {
  const key = `unit.${unit}`
  const word = wordOf(pack, language, key)
  return word === key ? unit : word
}

/** A figure as it is printed in a sentence: 98.91%, 120处, 120 hazards. A figure without value prints — alone. */
export function withUnit(pack: Pack, language: Language, figure: Figure): string {
  if (figure.value === null) return figure.shown
  const unit = unitWord(pack, language, figure.unit)
  const joined = language === 'zh' || unit === '%' || unit === '‰'
  return joined ? `${figure.shown}${unit}` : `${figure.shown} ${unit}`
}
