import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { leafSql, type Source, tableOf } from './leaf.ts'

/** The first place where the trail is not what was sealed. */
export type Bent =
  | { entry: Source; seq: string; what: 'changed' | 'gone' | 'added' }
  /** The seal itself does not follow from its entries, or not from the seal before it. */
  | { seal: number; what: 'changed' | 'gone' }

export interface Verdict {
  bent: Bent | null
  seals: number
  entries: number
  /** Entries that are too young to be sealed. */
  unsealed: number
  /** The last seal, in hexadecimal digits: kept elsewhere, it proves the trail up to it against its own keeper. */
  last: string | null
}

/** Reads the whole trail and its seals, in one snapshot, and names the first that is bent. Changes nothing. */
export async function verifyTrail(db: Db): Promise<Verdict> {
  const bent = (await firstBentSeal(db)) ?? (await firstBentEntry(db))
  const { rows } = await sql<Omit<Verdict, 'bent'>>`
    select (select count(*)::integer from anzhi.seal) as seals, (select count(*)::integer from anzhi.seal_entry) as entries,
      ((select count(*) from anzhi.event where seq > coalesce((select max(event_upto) from anzhi.seal), 0))
      + (select count(*) from anzhi.trail where seq > coalesce((select max(trail_upto) from anzhi.seal), 0)))::integer as unsealed,
      (select encode(hash, 'hex') from anzhi.seal order by n desc limit 1) as last`.execute(db)
  return { bent, ...rows[0]! }
}

async function firstBentSeal(db: Db): Promise<Bent | null> {
  const { rows } = await sql<{ n: number; i: number }>`
    with entries as (
      select seal, string_agg(hash, '' order by source, seq) as hashes from anzhi.seal_entry group by seal
    ), chain as (
      select s.n, row_number() over (order by s.n)::integer as i, s.previous, s.hash,
        coalesce(lag(s.hash) over (order by s.n), decode(repeat('00', 32), 'hex')) as before, coalesce(e.hashes, '') as hashes
      from anzhi.seal s left join entries e on e.seal = s.n
    )
    select n, i from chain where n <> i or previous <> before or hash <> sha256(before || hashes)
    order by n limit 1`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  return row.n === row.i ? { seal: row.n, what: 'changed' } : { seal: row.i, what: 'gone' }
}

async function firstBentEntry(db: Db): Promise<Bent | null> {
  const { rows } = await sql<{ entry: Source; seq: string; what: 'changed' | 'gone' | 'added' }>`
    with there as (
      select 'event' as source, e.seq, ${leafSql} as hash from ${tableOf('event')}
      where e.seq <= (select max(event_upto) from anzhi.seal)
      union all
      select 'trail', e.seq, ${leafSql} from ${tableOf('trail')} where e.seq <= (select max(trail_upto) from anzhi.seal)
    )
    select source as entry, seq, case when there.hash is null then 'gone' when k.hash is null then 'added' else 'changed' end as what
    from there full join anzhi.seal_entry k using (source, seq)
    where there.hash is distinct from k.hash order by k.seal nulls last, source, seq limit 1`.execute(db)
  return rows[0] ?? null
}
