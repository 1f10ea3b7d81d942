/** What accounts and sessions know beyond their beginnings, and the doors that are shut: see decision 0022. */
export const accountSteps: readonly string[] = [
  `alter table anzhi.account
     -- Counts what administrators did to it; a change names the version it was made on.
     add column version integer not null default 1,
     add column made_at timestamptz not null default now(),
     add column signed_in_at timestamptz,
     -- The password is known to somebody else: it opens nothing but its own change.
     add column password_expired boolean not null default false,
     drop column failures,
     drop column locked_until`,
  `create index account_person on anzhi.account (district, person)`,
  `alter table anzhi.session
     -- By which it is listed and ended: its token is nobody's to see.
     add column id uuid not null unique default gen_random_uuid(),
     -- What its browser says it is; null where that is nothing we know.
     add column device text`,
  // By the name that was typed, whether there is such an account or not; hashed, for it may have been a password.
  `create table anzhi.sign_in_failure (
     name_hash bytea primary key,
     failures integer not null,
     at timestamptz not null,
     locked_until timestamptz
   )`,
  `create index sign_in_failure_at on anzhi.sign_in_failure (at)`,
]
