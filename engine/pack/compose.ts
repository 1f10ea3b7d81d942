import { noCalendar } from '../calendar/index.ts'
import { checkPacks, type PackProblem } from './check/packs.ts'
import { core } from './core/core.ts'
import { administratorRole } from './core-roles.ts'
import { earlierNames } from './normal/earlier.ts'
import { extendSources } from './normal/extend.ts'
import { figureLists, figureListWords } from './normal/figure-lists.ts'
import { normalForm } from './normal/form.ts'
import { normalIndicator } from './normal/indicator.ts'
import { clockOf } from './normal/names.ts'
import { normalRegister } from './normal/register.ts'
import { normalReport } from './normal/report.ts'
import { withRoles } from './normal/roles.ts'
import type { PackSource } from './notation/index.ts'
import type { Pack } from './pack.ts'

/** Composes packs (given in any order that puts a pack after those it builds on), or tells all that is wrong. */
export function composePacks(
  given: readonly PackSource[],
): { ok: true; value: Pack } | { ok: false; problems: PackProblem[] } {
  const sources = [core, ...given]
  const problems = checkPacks(sources)
  return problems.length === 0
    ? { ok: true, value: compose(extendSources(sources)) }
    : { ok: false, problems }
}

function compose(sources: readonly PackSource[]): Pack {
  const written = new Map(sources.flatMap(({ registers }) => Object.entries(registers ?? {})))
  const roles = mapAll(sources, 'roles', (_id, role) => role)
  const { [administratorRole]: _keeper, ...business } = roles
  const registers = mapAll(sources, 'registers', (id, spec, pack) =>
    withRoles(normalRegister(id, spec, pack, written), business),
  )
  const specs = mapAll(sources, 'indicators', (_id, spec) => spec)
  const lists = figureLists(specs)
  return {
    sources: sources.map(({ id, version }) => ({ id, version })),
    roles,
    options: { ...mapAll(sources, 'options', (_id, options) => options), ...lists },
    registers,
    indicators: mapAll(sources, 'indicators', (id, spec) =>
      normalIndicator(id, spec, { registers, specs, written }),
    ),
    reports: mapAll(sources, 'reports', (id, spec) => normalReport(id, spec, registers)),
    forms: mapAll(sources, 'forms', normalForm),
    clocks: mapAll(sources, 'clocks', (id, spec) => ({ id, ...clockOf(spec) })),
    earlier: earlierNames(sources),
    calendar: sources.find(({ calendar }) => calendar !== undefined)?.calendar ?? noCalendar,
    words: {
      zh: wordsIn(sources, 'zh', lists),
      en: wordsIn(sources, 'en', lists),
    },
  }
}

function wordsIn(
  sources: readonly PackSource[],
  language: 'zh' | 'en',
  lists: Record<string, string[]>,
): Record<string, string> {
  const words: Record<string, string> = Object.assign({}, ...sources.map((source) => source.words[language]))
  return { ...words, ...figureListWords(lists, words) }
}

type Part = 'roles' | 'options' | 'registers' | 'indicators' | 'reports' | 'forms' | 'clocks'
type PartOf<K extends Part> = NonNullable<PackSource[K]>[string]

function mapAll<K extends Part, Out>(
  sources: readonly PackSource[],
  part: K,
  make: (id: string, spec: PartOf<K>, pack: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(
    sources.flatMap((source) =>
      Object.entries((source[part] ?? {}) as Record<string, PartOf<K>>).map(([id, spec]) => [
        id,
        make(id, spec, source.id),
      ]),
    ),
  )
}
