import { everything, type FilterSpec, type Readable } from '../../query/index.ts'
import type { Act, EffectValue } from '../act.ts'
import type { EffectsSpec, EffectValueSpec } from '../notation/index.ts'
import { readOrThrow } from './filter.ts'

/** What an act does to other records, with every default filled in. */
export function effectsOf({ also, makes }: EffectsSpec, of: Readable): Pick<Act, 'also' | 'makes'> {
  const whenOf = (when: FilterSpec | undefined) => (when === undefined ? everything : readOrThrow(of, when))
  return {
    also: (also ?? []).map(({ on, act, values, when }) => ({
      on,
      act,
      values: valuesOf(values ?? {}),
      when: whenOf(when),
    })),
    makes: (makes ?? []).map(({ each, register, values, when }) => ({
      each: each ?? null,
      register,
      values: valuesOf(values),
      when: whenOf(when),
    })),
  }
}

function valuesOf(values: Record<string, EffectValueSpec>): Record<string, EffectValue> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'string' ? { own: value } : value,
    ]),
  )
}
