import { noCalendar } from '../calendar/index.ts'
import { checkPacks, type PackProblem } from './check/packs.ts'
import { core } from './core/core.ts'
import { earlierNames } from './normal/earlier.ts'
import { extendSources } from './normal/extend.ts'
import { normalForm } from './normal/form.ts'
import { normalIndicator } from './normal/indicator.ts'
import { clockOf } from './normal/names.ts'
import { normalRegister } from './normal/register.ts'
import { normalReport } from './normal/report.ts'
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
  const registers = mapAll(sources, 'registers', (id, spec, pack) => normalRegister(id, spec, pack, written))
  const specs = mapAll(sources, 'indicators', (_id, spec) => spec)
  return {
    sources: sources.map(({ id, version }) => ({ id, version })),
    roles: mapAll(sources, 'roles', (_id, role) => role),
    options: mapAll(sources, 'options', (_id, options) => options),
    registers,
    indicators: mapAll(sources, 'indicators', (id, spec) => normalIndicator(id, spec, { registers, specs })),
    reports: mapAll(sources, 'reports', (id, spec) => normalReport(id, spec, registers)),
    forms: mapAll(sources, 'forms', normalForm),
    clocks: mapAll(sources, 'clocks', (id, spec) => ({ id, ...clockOf(spec) })),
    earlier: earlierNames(sources),
    calendar: sources.find(({ calendar }) => calendar !== undefined)?.calendar ?? noCalendar,
    words: {
      zh: Object.assign({}, ...sources.map((source) => source.words.zh)),
      en: Object.assign({}, ...sources.map((source) => source.words.en)),
    },
  }
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
