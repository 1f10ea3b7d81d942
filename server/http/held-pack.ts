import type { Db } from '../store/db.ts'
import { findVersion, getPack, holdPack, readChanges } from '../store/schema/past.ts'
import type { House } from './house.ts'

/**
 * The pack that holds, for the whole of a transaction that has just begun. Where another process has put another in its
 * place, this house goes over to it: no request is ever answered by a pack whose tables are gone.
 */
export async function heldPack(house: House, db: Db): Promise<Pick<House, 'pack' | 'packVersion' | 'past'>> {
  await holdPack(db)
  const version = await findVersion(db)
  if (version !== undefined && version !== house.packVersion) {
    const [pack, past] = [await getPack(db, version), await readChanges(db)]
    Object.assign(house, { pack, packVersion: version, past })
  }
  const { pack, packVersion, past } = house
  return { pack, packVersion, past }
}
