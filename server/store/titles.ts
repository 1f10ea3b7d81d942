import { envOf, getRegister, type Pack, type Register } from '@anzhi/engine/pack'
import { linkedIds, titleOf, type Values } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from './db.ts'
import { tableSql } from './records.ts'
import { bareRecordOf, type Row } from './rows.ts'
import { visible } from './visible.ts'

/** register → id → title, of records that the actor may see. */
export type Titles = Record<string, Record<string, string>>

/** The titles of everything that some records name, and of some others. */
export async function titlesFor(
  context: Context,
  named: readonly { register: Register; values: Values }[],
  others: readonly { register: string; id: string }[] = [],
): Promise<Titles> {
  const links = [...named.flatMap(({ register, values }) => linkedIds(register, values)), ...others]
  const ids = new Map<string, Set<string>>()
  for (const { register, id } of links) ids.set(register, (ids.get(register) ?? new Set()).add(id))
  const titles: Titles = {}
  for (const [register, wanted] of ids) {
    titles[register] = await readTitles(context, getRegister(context.pack, register), [...wanted])
  }
  return titles
}

export async function readTitles(
  context: Context,
  register: Register,
  ids: string[],
): Promise<Record<string, string>> {
  const { rows } = await sql<Row>`
    select r.* from ${tableSql(register)} where ${visible(context, register)} and r.id = any(${ids}::uuid[])`.execute(
    context.db,
  )
  const env = envOf(context.pack, context.today, context.language)
  // A title is made of what stands in the record's own row.
  return Object.fromEntries(
    rows.map((row) => {
      const { id, values } = bareRecordOf(register, row)
      return [id, titleOf(register, values, env)]
    }),
  )
}

/** The title of a record, with the titles of what it names. */
export function titleIn(context: Context, register: Register, values: Values, titles: Titles): string {
  const env = envOf(context.pack, context.today, context.language, (target, id) => titles[target]?.[id])
  return titleOf(register, values, env)
}

/** The title of one record of a register that everybody in the district sees. */
export async function findTitle(
  db: Db,
  pack: Pack,
  district: string,
  registerId: string,
  id: string,
): Promise<string> {
  const register = getRegister(pack, registerId)
  const { rows } = await sql<Row>`
    select r.* from ${tableSql(register)} where r.district = ${district} and r.id = ${id}::uuid`.execute(db)
  return rows[0] === undefined
    ? ''
    : titleOf(register, bareRecordOf(register, rows[0]).values, envOf(pack, '1970-01-01'))
}
