import type { PackSource } from '../notation/index.ts'
import type { Tell } from './packs.ts'

/** Tells what is wrong with the option lists of a pack. */
export function checkOptions(source: PackSource, tell: Tell): void {
  for (const [id, options] of Object.entries(source.options ?? {})) {
    const path = `${source.id}/options/${id}`
    if (options.length === 0) tell(path, 'empty')
    for (const option of options) if (!isOption(option, options)) tell(path, 'badId', option)
    if (new Set(options).size < options.length) tell(path, 'ownedTwice')
  }
}

/**
 * Several options are compared as one text, joined by commas. `pressure/cylinder` lies under `pressure`, which
 * is an option itself: it has a word, and what is known no closer is there.
 */
function isOption(option: string, options: readonly string[]): boolean {
  const steps = option.split('/')
  const above = steps.slice(0, -1).join('/')
  return !option.includes(',') && !steps.includes('') && (above === '' || options.includes(above))
}
