import type { Declared, Tell } from './packs.ts'
import { wordsNeeded } from './words-needed.ts'

/**
 * Every name has a word in every language, beside the definition it names; and no word is left over, so that
 * a renamed field does not keep its old word unseen.
 */
export function checkWords(declared: Declared, tell: Tell): void {
  for (const language of ['zh', 'en'] as const) {
    const known = new Set(declared.sources.flatMap((source) => Object.keys(source.words[language])))
    const used = new Set<string>()
    for (const source of declared.sources) {
      for (const { key, optional } of wordsNeeded(source)) {
        used.add(key)
        if (!optional && !known.has(key)) tell(`${source.id}/words/${language}/${key}`, 'missingWord', key)
      }
    }
    for (const source of declared.sources) {
      for (const key of Object.keys(source.words[language])) {
        const dead = !used.has(key) && source.id !== 'core'
        if (dead) tell(`${source.id}/words/${language}/${key}`, 'deadWord', key)
      }
    }
  }
}
