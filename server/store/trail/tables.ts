/**
 * What happens beside acts on records (sign-ins, exports, grants), and the seals over both: batches of entries, each sealed
 * with a hash over its entries and the seal before it. Only ever added to.
 */
export const trailSteps: readonly string[] = [
  `create table anzhi.trail (
     seq bigint generated always as identity primary key,
     at timestamptz not null,
     -- null where nobody of a district did it.
     district text,
     account uuid,
     by_name text,
     what text not null,
     detail jsonb not null
   )`,
  `create index trail_at on anzhi.trail (district, at)`,
  `create table anzhi.seal (
     n integer primary key,
     at timestamptz not null,
     -- The last numbers that it and the seals before it cover.
     event_upto bigint not null,
     trail_upto bigint not null,
     previous bytea not null,
     hash bytea not null
   )`,
  `create table anzhi.seal_entry (
     source text not null check (source in ('event', 'trail')),
     seq bigint not null,
     seal integer not null references anzhi.seal,
     hash bytea not null,
     primary key (source, seq)
   )`,
]
