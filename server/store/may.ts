import type { Register } from '@anzhi/engine/pack'
import { actsAllowed, type LivingRecord, remarkAct, undoAct, whyNotUndo } from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import { readLast } from './last-act.ts'
import { beginStudy, knownIn, reading } from './study.ts'

/** The acts that are open to the actor on a record as it is now, with the facts that they ask of others. */
export async function mayOn(context: Context, register: Register, record: LivingRecord): Promise<string[]> {
  const { pack, actor, at } = context
  const study = beginStudy(context)
  const known = knownIn(study, () => true)
  const may = await reading(study, () => actsAllowed(pack, register, record, actor, known))
  const { last, followed } = await readLast(study, register, record.id)
  const undone = await reading(study, () => whyNotUndo({ pack, actor, at }, last, followed(known)))
  return [...may, remarkAct.id, ...(undone.length === 0 ? [undoAct.id] : [])]
}
