import { nameBefore, optionsIn, type Renames } from '@anzhi/engine/change'
import type { Field, Pack, Register } from '@anzhi/engine/pack'
import type { Db } from '../db.ts'
import { countAll } from './counts.ts'
import type { ValueStep } from './step.ts'

/** The registers whose records are worked out anew: something follows from their values that did not, or otherwise. */
export async function deriveSteps(
  db: Db,
  { before, now, renames }: { before: Pack; now: Pack; renames: Renames },
): Promise<ValueStep[]> {
  const steps: ValueStep[] = []
  for (const register of Object.values(now.registers)) {
    const old = before.registers[nameBefore(renames.registers, register.id)]
    if (old === undefined) continue
    const fields = Object.values(register.fields)
      .filter((field) => isOther({ before, old }, { now, field }, renames.of[register.id]?.fields ?? {}))
      .map(({ id }) => id)
    if (fields.length > 0 && (await countAll(db, old)) > 0)
      steps.push({ do: 'derive', register: register.id, fields })
  }
  return steps
}

function isOther(
  { before, old }: { before: Pack; old: Register },
  { now, field }: { now: Pack; field: Field },
  names: Record<string, string>,
): boolean {
  if (field.spec.type !== 'derived') return false
  const was = old.fields[nameBefore(names, field.id)]
  return was === undefined || said(before, was) !== said(now, field)
}

/** All that a derivation comes of, the order of options among it. */
function said(pack: Pack, { spec }: Field): string {
  const { as, from } = spec as { as?: unknown; from?: unknown }
  return JSON.stringify([as, from, optionsIn(pack, spec)?.ids])
}
