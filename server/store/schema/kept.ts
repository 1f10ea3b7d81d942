import { getRegister, type Pack, type Register } from '@anzhi/engine/pack'
import { same } from '@anzhi/engine/record'
import type { Db } from '../db.ts'
import { findSetting, setSetting } from '../districts.ts'
import { isForAll, rebuildSeen, seeingFields } from '../seen.ts'
import { rebuildTree } from '../tree.ts'
import { rebuildTags } from './work-out.ts'

/** What is kept beside the records is made anew where a pack says otherwise than before how it is made. */
export type KeptStep = { do: 'rebuildTree' | 'rebuildSeen' | 'rebuildTags'; register: string }

const whats = ['rebuildTree', 'rebuildSeen', 'rebuildTags'] as const
const rebuilds = { rebuildTree, rebuildSeen, rebuildTags }

export function isKept(step: { do: string }): step is KeptStep {
  return (whats as readonly string[]).includes(step.do)
}

/** Makes anew what a step says. */
export function rebuild(db: Db, pack: Pack, { do: what, register }: KeptStep): Promise<void> {
  return rebuilds[what](db, getRegister(pack, register), pack)
}

type Made = Record<KeptStep['do'], Record<string, unknown>>

/** How trees, sight and tags are made by a pack, as it is compared with how they were made. */
function made(pack: Pack): Made {
  const by = (how: (register: Register) => unknown) =>
    Object.fromEntries(
      Object.values(pack.registers)
        .map((register) => [register.id, how(register)] as const)
        .filter(([, what]) => what !== null),
    )
  return {
    rebuildTree: by(({ tree }) => tree),
    rebuildSeen: by((register) => (isForAll(register) ? null : seeingFields(register))),
    // Who tags by hand only is made by no rule.
    rebuildTags: by(({ tags }) => (tags === null || tags.rules.length === 0 ? null : tags.rules)),
  }
}

/** What a pack makes otherwise than it was made before. */
export async function planKept(db: Db, pack: Pack): Promise<KeptStep[]> {
  const was = await findSetting<Partial<Made>>(db, 'kept')
  const is = made(pack)
  return whats.flatMap((what) =>
    Object.keys(pack.registers)
      .filter((id) => !same(was?.[what]?.[id], is[what][id]))
      .map((register): KeptStep => ({ do: what, register })),
  )
}

/** Remembers how it is made now. */
export async function noteKept(db: Db, pack: Pack): Promise<void> {
  const is = made(pack)
  if (!same(await findSetting(db, 'kept'), is)) await setSetting(db, 'kept', is)
}
