import { optionsIn } from '@anzhi/engine/change'
import { findRegister, type Pack, wordOf } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import type { Context } from '../context.ts'
import { getPack } from './schema/past.ts'

interface Told {
  act: string
  before: Values
  after: Values
}

/** An event as it was written under an earlier pack, and as it is read now. */
interface Then {
  pack: Pack | undefined
  /** The register by its name of then. */
  register: string
  written: Told
  read: Told
}

/** The packs that some events were written under, those of now left out. */
export async function packsOfThen(
  { db, packVersion }: Context,
  events: readonly { pack: string }[],
): Promise<Map<string, Pack>> {
  const versions = new Set(events.map(({ pack }) => pack).filter((version) => version !== packVersion))
  const found = new Map<string, Pack>()
  for (const version of versions) found.set(version, await getPack(db, version))
  return found
}

/** The words of then for what an event tells, by the keys of now: those that say something else now, or nothing. */
export function wordsOfThen(
  { pack: now, language }: Pick<Context, 'pack' | 'language'>,
  register: string,
  { pack: then, register: old, written, read }: Then,
): Record<string, string> {
  if (then === undefined) return {}
  const keys = keyPairs({ pack: then, register: old, told: written }, { pack: now, register, told: read })
  return Object.fromEntries(
    keys.flatMap(([keyThen, key]) => {
      const word = wordOf(then, language, keyThen)
      return word === keyThen || word === wordOf(now, language, key) ? [] : [[key, word]]
    }),
  )
}

interface Side {
  pack: Pack
  register: string
  told: Told
}

/** The keys of the words that an event needs, of then and of now: reading it along the renames kept their order. */
function keyPairs(then: Side, now: Side): [string, string][] {
  const [old, is] = [keysOf(then), keysOf(now)]
  return old.map((key, i) => [key, is[i]!])
}

function keysOf({ pack, register, told: { act, before, after } }: Side): string[] {
  const told = [...Object.entries(before), ...Object.entries(after)]
  return [
    `act.${register}.${act}`,
    ...told.flatMap(([name, value]) => valueKeys(pack, register, name, value)),
  ]
}

function valueKeys(pack: Pack, register: string, name: string, value: unknown): string[] {
  if (name === 'state') return [`state.${register}.${value}`]
  const spec = findRegister(pack, register)?.fields[name]?.spec
  const list = spec === undefined ? undefined : optionsIn(pack, spec)?.list
  const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  return [`field.${register}.${name}`, ...ids.map((id) => `option.${list ?? ''}.${id}`)]
}
