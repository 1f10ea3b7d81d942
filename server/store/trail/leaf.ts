import { type RawBuilder, sql } from 'kysely'

export type Source = 'event' | 'trail'

/**
 * The SHA-256 of one entry (alias `e`): of all that is known of it, as JSON with its keys in PostgreSQL's own order.
 * What is unknown is left out, so that a column that a later version adds leaves old entries as they are; the
 * moment is in microseconds, whatever zone a session is in.
 */
export const leafSql: RawBuilder<Buffer> = sql`(select sha256(convert_to(jsonb_object_agg(k.key, k.value)::text, 'UTF8'))
  from jsonb_each(to_jsonb(e) || jsonb_build_object('at', (extract(epoch from e.at) * 1000000)::bigint)) k
  where k.value <> 'null'::jsonb)`

export function tableOf(source: Source): RawBuilder<unknown> {
  return sql`${sql.id('anzhi', source)} as e`
}
