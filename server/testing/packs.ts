import { composePacks, type Language, type Pack, type PackSource } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Database } from '../store/db.ts'
import { packs } from './template.ts'

type Json = Record<string, unknown>

/** A pack that may be spoilt: what it says is looked at by the check, not by the compiler. */
export type Source = Omit<PackSource, 'registers' | 'options' | 'roles'> & {
  options: Record<string, string[]>
  roles: Record<string, Json>
  renamed: Record<string, Record<string, string>>
  registers: Record<
    string,
    Json & {
      was?: string
      fields: Record<string, Json>
      list: { columns: string[]; filters?: string[]; order?: string[] }
      life?: { states: string[]; was?: Record<string, string>; acts: Record<string, Json> }
    }
  >
}

export type Spoil = (source: Source) => void

/** The source of the garden's pack with some changes; its words follow. */
export function sourceWith(...spoils: Spoil[]): PackSource {
  const source = JSON.parse(JSON.stringify(packs[0])) as Source
  for (const spoil of spoils) spoil(source)
  const pack = source as unknown as PackSource
  const composed = composePacks([pack])
  for (const { code, path, given } of composed.ok ? [] : composed.problems) {
    const language = path.split('/')[2] as Language
    if (code === 'deadWord') delete pack.words[language][given!]
    if (code === 'missingWord') pack.words[language][given!] = given!
  }
  return pack
}

/** The pack of the garden with some changes. */
export function changed(...spoils: Spoil[]): Pack {
  const composed = composePacks([sourceWith(...spoils)])
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  return composed.value
}

export function addField(register: string, name: string, spec: Json): Spoil {
  return ({ registers }) => {
    registers[register]!.fields[name] = spec
  }
}

/** Takes a field away, and wherever its register speaks of it in a list. */
export function removeField(register: string, name: string): Spoil {
  return ({ registers }) => {
    const spec = registers[register]!
    delete spec.fields[name]
    const isOther = (one: unknown) => typeof one !== 'string' || one.replace(/^-/, '') !== name
    const walk = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.filter(isOther).map(walk)
      if (typeof part !== 'object' || part === null) return part
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
    }
    Object.assign(spec, walk(spec))
  }
}

/** Without figures and papers, where they would speak of what a test takes away. */
export const withoutFigures: Spoil = (source) => {
  Object.assign(source, { indicators: {}, reports: {}, forms: {} })
  for (const register of Object.values(source.registers)) Object.assign(register, { tagRules: [] })
}

/**
 * The pack with other names wherever it says them, and what each was called before. Words stay what they are, but
 * for the languages' keys.
 */
export function renameEverywhere(names: Record<string, string>): Spoil {
  const rename = (text: string) => text.replace(/\w+/g, (word) => names[word] ?? word)
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return rename(part)
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [rename(key), walk(value)]))
  }
  const keys = (words: Record<string, string>) =>
    Object.fromEntries(Object.entries(words).map(([key, word]) => [rename(key), word]))
  return (source) => {
    const { words, calendar, id, ...rest } = source
    const isNow = (key: string, value: unknown) => (key === 'was' || key === 'renamed' ? undefined : value)
    const said = new Set(JSON.stringify(rest, isNow).match(/\w+/g))
    for (const to of Object.values(names)) if (said.has(to)) throw new Error(`${to} is called so already`)
    Object.assign(source, walk(rest), { words: { zh: keys(words.zh), en: keys(words.en) } })
    tellNames(source, names)
  }
}

function tellNames(source: Source, names: Record<string, string>): void {
  const was = new Map(Object.entries(names).map(([from, to]) => [to, from]))
  const tell = (things: Record<string, Json>) => {
    for (const [name, thing] of Object.entries(things)) if (was.has(name)) thing.was = was.get(name)
  }
  tell(source.registers)
  tell(source.roles)
  for (const { fields, life } of Object.values(source.registers)) {
    tell(fields)
    for (const { fields: inner } of Object.values(fields) as { fields?: Record<string, Json> }[])
      tell(inner ?? {})
    if (life === undefined) continue
    tell(life.acts)
    const states = life.states.filter((state) => was.has(state))
    life.was = Object.fromEntries(states.map((state) => [state, was.get(state)!]))
  }
  const lists = Object.entries(source.options).map(([list, options]) => [
    list,
    Object.fromEntries(options.filter((one) => was.has(one)).map((one) => [one, was.get(one)!])),
  ])
  source.renamed = Object.fromEntries(
    lists.filter(([, renamed]) => Object.keys(renamed as object).length > 0),
  )
}

/** Everything that the schema is, told by the database itself. */
export async function shapeOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select format('%s.%s %s %s', table_name, column_name, udt_name, is_nullable) as line
      from information_schema.columns where table_schema in ('anzhi', 'ledger')
    union all select indexdef from pg_indexes where schemaname in ('anzhi', 'ledger')
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      -- Whether a column may be null is told with it; the names of those constraints PostgreSQL 18 makes itself.
      where connamespace in ('anzhi'::regnamespace, 'ledger'::regnamespace) and contype <> 'n'
    union all select relname || ' ' || relacl::text from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r'
    order by 1`.execute(db)
  return rows.map(({ line }) => line)
}
