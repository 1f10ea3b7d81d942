import { everything, type FilterSpec } from '../../query/index.ts'
import type { PointingTest } from '../indicator.ts'
import type { LeafWhere, PointingSpec } from '../notation/index.ts'
import type { Register } from '../register.ts'
import { readOrThrow } from './filter.ts'

/** A leaf's condition in two parts: on the record itself, and on records that name it. */
export function splitWhere({ has, lacks, ...plain }: LeafWhere): {
  plain: FilterSpec
  pointing: { is: PointingTest['is']; spec: PointingSpec }[]
} {
  const told = (is: PointingTest['is'], given: PointingSpec | PointingSpec[] | undefined) =>
    (given === undefined ? [] : [given].flat()).map((spec) => ({ is, spec }))
  return { plain, pointing: [...told('has', has), ...told('lacks', lacks)] }
}

/** A test on records that name a record, with its filter read. The check has passed it. */
export function normalPointing(
  { is, spec }: ReturnType<typeof splitWhere>['pointing'][number],
  registers: Record<string, Register>,
): PointingTest {
  const { register, by, on = null, within, where } = spec
  return {
    ...{ is, register, by, on },
    within: within?.days ?? null,
    where: where === undefined ? everything : readOrThrow(registers[register]!, where),
  }
}
