import type { LeafIndicator } from '../../pack/index.ts'
import { everything } from '../../query/index.ts'

/** A leaf that no pack has: a count of all records of a register, but for what is said. */
export function leafOf(register: string, said: Partial<LeafIndicator> = {}): LeafIndicator {
  return {
    ...{ id: 'drawn', kind: 'count', register, of: null, on: null, unit: '处', decimals: null },
    ...{
      where: everything,
      sources: ['counted'],
      axis: null,
      pointing: [],
      each: null,
      whereRow: everything,
    },
    ...said,
  }
}
