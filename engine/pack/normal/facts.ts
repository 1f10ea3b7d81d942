import { everything } from '../../query/index.ts'
import type { Act, Without } from '../act.ts'
import type { FactsSpec, RegisterSpec, WithoutSpec } from '../notation/index.ts'
import type { Specs } from './act.ts'
import { readableOf, readOrThrow } from './filter.ts'
import { linkTarget } from './names.ts'

/** What an act must find in other records, read against their registers. */
export function factsOf(facts: FactsSpec, spec: RegisterSpec, specs: Specs): Pick<Act, 'linked' | 'without'> {
  const linked = Object.entries(facts.linked ?? {}).map(([field, where]) => {
    const target = specs.get(linkTarget(spec.fields[field]!)!)!
    return [field, readOrThrow(readableOf(target), where!)]
  })
  return { linked: Object.fromEntries(linked), without: withoutOf(facts.without, specs) }
}

export function withoutOf(given: readonly WithoutSpec[] | undefined, specs: Specs): Without[] {
  return (given ?? []).map(({ register, by, where }) => ({
    register,
    by,
    where: where === undefined ? everything : readOrThrow(readableOf(specs.get(register)!), where),
  }))
}
