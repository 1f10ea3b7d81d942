import type { PackChange, Past, Renames } from '@anzhi/engine/change'
import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { noteTrail } from '../trail/trail.ts'
import type { Changer } from './changer.ts'

/** The version that holds; undefined before any was applied. */
export async function findVersion(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select version from anzhi.pack_change order by n desc limit 1`.execute(db)
  return rows[0]?.version
}

/** A composed pack as it was applied. Of one that was composed by an earlier program, parts may be missing. */
export async function getPack(db: Db, version: string): Promise<Pack> {
  const { rows } = await sql<{ composed: Pack }>`
    select composed from anzhi.pack where version = ${version}`.execute(db)
  if (rows[0] === undefined) throw new Error(`no pack ${version}`)
  return rows[0].composed
}

/** All changes of the packs, oldest first. */
export async function readChanges(db: Db): Promise<Past> {
  const { rows } = await sql<Omit<PackChange, 'n'> & { n: string }>`
    select n, version, renames from anzhi.pack_change order by n`.execute(db)
  return rows.map(({ n, ...change }) => ({ n: Number(n), ...change }))
}

/** Is there a table of what holds? Not before the first start, nor before one of a program that knew none. */
export async function isPackHeld(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('anzhi.pack_change') is not null as there`.execute(db)
  return rows[0]!.there
}

/**
 * Holds the pack for a request: until its transaction ends, no other takes its place. It must be the first statement,
 * for a lock of a table is given before the snapshot is taken; then the snapshot is of the pack that is held.
 */
export async function holdPack(db: Db): Promise<void> {
  await sql`lock table anzhi.pack_change in access share mode`.execute(db)
}

/** From now on this pack holds. */
export async function changePack(
  db: Db,
  { from, version, pack, renames }: { from: string | null; version: string; pack: Pack; renames: Renames },
  by: Changer,
): Promise<void> {
  await sql`insert into anzhi.pack (version, composed) values (${version}, ${JSON.stringify(pack)})
    on conflict (version) do update set composed = excluded.composed`.execute(db)
  await sql`insert into anzhi.pack_change (version, renames, account, by_name)
    values (${version}, ${JSON.stringify(renames)}, ${by.account}::uuid, ${by.name})`.execute(db)
  // The first pack is no change of one.
  if (from !== null) await noteTrail(db, personOf(by), 'changePack', { from, to: version })
}

function personOf({ account, district, name }: Changer) {
  return account === null || district === null ? null : { account, district, name }
}
