import type { Register } from '@anzhi/engine/pack'
import { actsAllowed, type LivingRecord } from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import { beginStudy, knownIn, lookUp } from './study.ts'

/** The acts that are open to the actor on a record as it is now, with the facts that they ask of others. */
export async function mayOn(context: Context, register: Register, record: LivingRecord): Promise<string[]> {
  const study = beginStudy(context)
  const known = knownIn(study, () => true)
  for (;;) {
    const may = actsAllowed(context.pack, register, record, context.actor, known)
    if (!(await lookUp(study))) return may
  }
}
