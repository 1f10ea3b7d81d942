import type { Connection } from '../db.ts'
import type { Purpose, TableEntry } from './manifest.ts'

/** A table as it is copied: its columns in order, and the key by which its rows are ordered. */
export interface KeptTable extends Pick<TableEntry, 'schema' | 'name' | 'columns'> {
  key: string[]
}

// Who is signed in or was turned away, and answers kept for a repeated request, end with the server that gave them.
const passing = ['anzhi.session', 'anzhi.sign_in_failure', 'anzhi.request']
// What nobody outside of the installation needs to know.
const secret: Record<string, string[]> = { 'anzhi.account': ['password_hash'] }

/** The tables that an archive keeps, those first that others point to at once. */
export async function listKeptTables(client: Connection, purpose: Purpose): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from unnest(i.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.n) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and n.nspname in ('anzhi', 'ledger')
    order by c.relname not in ('district', 'account'), c.relname <> 'district', schema, name`)
  return rows
    .filter(({ schema, name }) => !passing.includes(`${schema}.${name}`))
    .map((table) => (purpose === 'backup' ? table : withoutSecrets(table)))
}

function withoutSecrets(table: KeptTable): KeptTable {
  const hidden = secret[`${table.schema}.${table.name}`] ?? []
  return { ...table, columns: table.columns.filter((column) => !hidden.includes(column)) }
}
