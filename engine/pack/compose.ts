import { noCalendar } from '../calendar/index.ts'
import { everything } from '../query/index.ts'
import { checkPacks, type PackProblem } from './check/packs.ts'
import { core } from './core.ts'
import type { Indicator } from './indicator.ts'
import { readOrThrow } from './normal/filter.ts'
import { clockOf, leafOf } from './normal/names.ts'
import { normalRegister } from './normal/register.ts'
import type { IndicatorSpec, PackSource } from './notation/index.ts'
import type { Pack } from './pack.ts'
import type { Register } from './register.ts'

/** Composes packs (given in any order that puts a pack after those it builds on), or tells all that is wrong. */
export function composePacks(
  given: readonly PackSource[],
): { ok: true; value: Pack } | { ok: false; problems: PackProblem[] } {
  const sources = [core, ...given]
  const problems = checkPacks(sources)
  return problems.length === 0 ? { ok: true, value: compose(sources) } : { ok: false, problems }
}

function compose(sources: readonly PackSource[]): Pack {
  const registers = mapAll(sources, 'registers', normalRegister)
  return {
    sources: sources.map(({ id, version }) => ({ id, version })),
    roles: mapAll(sources, 'roles', (_id, role) => role),
    options: mapAll(sources, 'options', (_id, options) => options),
    registers,
    indicators: mapAll(sources, 'indicators', (id, spec) => normalIndicator(id, spec, registers)),
    reports: mapAll(sources, 'reports', (id, report) => ({ id, ...report })),
    clocks: mapAll(sources, 'clocks', (id, spec) => ({ id, ...clockOf(spec) })),
    calendar: sources.find(({ calendar }) => calendar !== undefined)?.calendar ?? noCalendar,
    words: {
      zh: Object.assign({}, ...sources.map((source) => source.words.zh)),
      en: Object.assign({}, ...sources.map((source) => source.words.en)),
    },
  }
}

type Part = 'roles' | 'options' | 'registers' | 'indicators' | 'reports' | 'clocks'
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

function normalIndicator(id: string, spec: IndicatorSpec, registers: Record<string, Register>): Indicator {
  if ('ratio' in spec) {
    return { id, kind: 'ratio', parts: spec.ratio, unit: spec.unit, decimals: spec.decimals }
  }
  const leaf = leafOf(spec)
  const register = registers[leaf.register]!
  return { id, ...leaf, where: spec.where === undefined ? everything : readOrThrow(register, spec.where) }
}
