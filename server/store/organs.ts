import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** The organs from the top down to this one; empty when the district has no such organ. */
export async function organPathOf({ db, actor }: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select o.id, o.parent_id, 0 as depth from ledger.organ o where o.district = ${actor.district} and o.id = ${id}::uuid
      union
      select o.id, o.parent_id, up.depth + 1 from ledger.organ o
      join up on o.id = up.parent_id and o.district = ${actor.district} where up.depth < 20
    )
    select id from up order by depth desc`.execute(db)
  return [...new Set(rows.map((row) => row.id))]
}
