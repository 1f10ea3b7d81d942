import { sql } from 'kysely'
import type { Db } from './db.ts'

export interface District {
  id: string
  name: string
  /** The organ that reports for it. */
  office: string | null
}

export async function addDistrict(db: Db, district: District): Promise<void> {
  await sql`insert into anzhi.district (id, name, office)
    values (${district.id}, ${district.name}, ${district.office}::uuid)`.execute(db)
}

export async function hasDistrict(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from anzhi.district where id = ${id}`.execute(db)
  return rows.length > 0
}

export async function getDistrict(db: Db, id: string): Promise<District> {
  const { rows } = await sql<District>`select id, name, office from anzhi.district where id = ${id}`.execute(
    db,
  )
  if (rows[0] === undefined) throw new Error(`no district ${id}`)
  return rows[0]
}

/** The name of the organ that reports for a district. */
export async function officeName(db: Db, district: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(o.name, d.name) as name from anzhi.district d
    left join ledger.organ o on o.district = d.id and o.id = d.office where d.id = ${district}`.execute(db)
  return rows[0]?.name ?? ''
}

/** A setting of the installation, or undefined. */
export async function findSetting<T>(db: Db, name: string): Promise<T | undefined> {
  const { rows } = await sql<{ value: T }>`select value from anzhi.setting where name = ${name}`.execute(db)
  return rows[0]?.value
}

export async function setSetting(db: Db, name: string, value: unknown): Promise<void> {
  await sql`insert into anzhi.setting (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db)
}
