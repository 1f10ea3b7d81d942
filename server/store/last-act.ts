import { namesOf, readPast } from '@anzhi/engine/change'
import type { Register } from '@anzhi/engine/pack'
import { type Followed, type Known, type LastAct, remarkAct } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Study } from './study.ts'

interface LastRow extends Omit<LastAct, 'isEffect'> {
  /** The version that it was written under. */
  pack: string
  record: string
  version: number
  cause_register: string | null
}

interface Last {
  last: LastAct | undefined
  /** What followed from it, with the records as they are. */
  followed: (known: Known) => Followed[]
}

/** The last act on a record but for remarks, and what followed from it on other records. */
export async function readLast({ context }: Study, register: Register, id: string): Promise<Last> {
  const { rows } = await sql<LastRow>`
    select ${columns} from anzhi.event e where e.district = ${context.actor.district}
      and e.register = any(${namesOf(context.past, register.id)}) and e.record = ${id}::uuid
      and e.act <> ${remarkAct.id} order by e.version desc limit 1`.execute(context.db)
  const [row] = rows
  if (row === undefined) return { last: undefined, followed: () => [] }
  const effects = await effectsOf(context, row)
  const followed = (known: Known) =>
    effects.flatMap(({ record, last, movedOn }): Followed[] => {
      const living = known.changing(last.register, record)
      return living === undefined ? [] : [{ record: living, last, movedOn }]
    })
  return { last: lastAct(context, row), followed }
}

const columns = sql.raw(
  'e.register, e.pack, e.record, e.version, e.act, e.account, e.at, e.before, e.after, e.life, e.cause_register',
)

/** In the names of now, whatever they were called when it was written. */
function lastAct({ pack, past }: Context, { cause_register, ...written }: LastRow): LastAct {
  const registers = Object.keys(pack.registers)
  const register = registers.find((id) => namesOf(past, id).includes(written.register)) ?? written.register
  const read = readPast(past, written, { register, version: written.pack })
  const { act, account, at, before, after, life } = read
  return { register, act, account, at, before, after, life, isEffect: cause_register !== null }
}

/** One for each record: what several effects of one act did to it is taken back as one. */
async function effectsOf(context: Context, cause: LastRow) {
  const { db, actor, past, pack } = context
  const names = Object.keys(pack.registers).flatMap((id) => namesOf(past, id))
  const { rows } = await sql<LastRow & { moved_on: boolean }>`
    select ${columns}, exists (select from anzhi.event l where l.district = e.district and l.register = any(${names})
      and l.record = e.record and l.version > e.version and l.act <> ${remarkAct.id}
      and (l.cause_register, l.cause_record, l.cause_version)
        is distinct from (e.cause_register, e.cause_record, e.cause_version)) as moved_on
    from anzhi.event e where e.district = ${actor.district} and e.cause_register = ${cause.register}
      and e.cause_record = ${cause.record}::uuid and e.cause_version = ${cause.version}
    order by e.register, e.record, e.version`.execute(db)
  const byRecord = new Map<string, { record: string; last: LastAct; movedOn: boolean }>()
  for (const row of rows) {
    const first = byRecord.get(row.record)
    const last = lastAct(context, row)
    byRecord.set(row.record, {
      record: row.record,
      last: first === undefined ? last : asOne(first.last, last),
      movedOn: row.moved_on || first?.movedOn === true,
    })
  }
  return [...byRecord.values()]
}

/** Two acts one after the other, as they are taken back: to what was before the first. */
function asOne(first: LastAct, second: LastAct): LastAct {
  return {
    ...first,
    before: { ...second.before, ...first.before },
    after: { ...first.after, ...second.after },
  }
}
