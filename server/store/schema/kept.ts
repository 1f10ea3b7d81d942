import type { Pack, Register } from '@anzhi/engine/pack'
import type { Db } from '../db.ts'
import { findSetting, setSetting } from '../districts.ts'
import { isForAll, rebuildSeen, seeingFields } from '../seen.ts'
import { rebuildTree } from '../tree.ts'

/** What is kept beside the records is made anew where a pack says otherwise than before how it is made. */
export type KeptStep = { do: 'rebuildTree' | 'rebuildSeen'; register: string }

const rebuild = { rebuildTree, rebuildSeen }

/** How trees and sight are made by a pack, as it is compared with how they were made. */
function made(pack: Pack): Record<KeptStep['do'], Record<string, unknown>> {
  const by = (how: (register: Register) => unknown) =>
    Object.fromEntries(
      Object.values(pack.registers)
        .map((register) => [register.id, how(register)] as const)
        .filter(([, what]) => what !== null),
    )
  return {
    rebuildTree: by(({ tree }) => tree),
    rebuildSeen: by((register) => (isForAll(register) ? null : seeingFields(register))),
  }
}

/** Makes anew what a pack makes otherwise, and gives what was done. */
export async function applyKept(db: Db, pack: Pack): Promise<KeptStep[]> {
  const was = (await findSetting<ReturnType<typeof made>>(db, 'kept')) ?? { rebuildTree: {}, rebuildSeen: {} }
  const is = made(pack)
  const steps = (['rebuildTree', 'rebuildSeen'] as const).flatMap((what) =>
    Object.keys(pack.registers)
      .filter((id) => JSON.stringify(was[what][id]) !== JSON.stringify(is[what][id]))
      .map((register): KeptStep => ({ do: what, register })),
  )
  for (const step of steps) await rebuild[step.do](db, pack.registers[step.register]!)
  if (steps.length > 0) await setSetting(db, 'kept', is)
  return steps
}
