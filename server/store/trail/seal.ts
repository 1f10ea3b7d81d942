import { sql } from 'kysely'
import { type Database, type Db, writing } from '../db.ts'
import { leafSql, tableOf } from './leaf.ts'

/** How far entries had been numbered at a moment, and the first transaction that did not exist yet. */
export interface Mark {
  event: string
  trail: string
  next: string
}

/** Notes how far entries are numbered now. What has a higher number begins after this. */
export async function markNow(database: Database): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select coalesce(pg_sequence_last_value(pg_get_serial_sequence('anzhi.event', 'seq')::regclass), 0)::text as event,
      coalesce(pg_sequence_last_value(pg_get_serial_sequence('anzhi.trail', 'seq')::regclass), 0)::text as trail,
      pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(database)
  return rows[0]!
}

// One sealer at a time, whichever server it runs in.
const sealLock = 7_220_221_032

/**
 * Seals what is under a mark, once every transaction that could still be writing there has ended; numbers are given
 * before they are committed, so that a lower one may appear later than a higher. Says whether the mark is done with.
 */
export async function sealUpTo(database: Database, mark: Mark): Promise<boolean> {
  return writing(database, async (db) => {
    await sql`select pg_advisory_xact_lock(${sealLock})`.execute(db)
    const { rows } = await sql<{ over: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${mark.next}::xid8 as over`.execute(db)
    if (!rows[0]!.over) return false
    const last = await lastSeal(db)
    if (BigInt(mark.event) > last.event || BigInt(mark.trail) > last.trail) await addSeal(db, mark, last)
    return true
  })
}

interface Last {
  n: number
  event: bigint
  trail: bigint
  hash: Buffer
}

async function lastSeal(db: Db): Promise<Last> {
  const { rows } = await sql<{ n: number; event: string; trail: string; hash: Buffer }>`
    select n, event_upto as event, trail_upto as trail, hash from anzhi.seal order by n desc limit 1`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) return { n: 0, event: 0n, trail: 0n, hash: Buffer.alloc(32) }
  return { ...row, event: BigInt(row.event), trail: BigInt(row.trail) }
}

async function addSeal(db: Db, mark: Mark, last: Last): Promise<void> {
  const n = last.n + 1
  const upto = { event: max(mark.event, last.event), trail: max(mark.trail, last.trail) }
  await sql`
    with entry as (
      select 'event' as source, e.seq, ${leafSql} as hash from ${tableOf('event')}
      where e.seq > ${last.event} and e.seq <= ${upto.event}
      union all
      select 'trail', e.seq, ${leafSql} from ${tableOf('trail')}
      where e.seq > ${last.trail} and e.seq <= ${upto.trail}
    ), sealed as (
      insert into anzhi.seal (n, at, event_upto, trail_upto, previous, hash)
      select ${n}, clock_timestamp(), ${upto.event}, ${upto.trail}, ${last.hash},
        sha256(${last.hash} || coalesce(string_agg(entry.hash, '' order by source, seq), '')) from entry
      returning n
    )
    insert into anzhi.seal_entry (source, seq, seal, hash)
    select source, seq, sealed.n, hash from entry, sealed`.execute(db)
}

function max(a: string, b: bigint): string {
  return String(BigInt(a) > b ? BigInt(a) : b)
}
