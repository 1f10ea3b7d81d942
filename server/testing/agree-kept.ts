import type { Link } from '@anzhi/engine/fields'
import type { Pack, Register } from '@anzhi/engine/pack'
import { type LivingRecord, ruleTags, same } from '@anzhi/engine/record'
import { type Descent, descentsOf, treeOf } from '@anzhi/engine/tree'
import { sql } from 'kysely'
import type { House } from '../http/house.ts'
import { isForAll, organAxes } from '../store/seen.ts'

/** A record with the district that it belongs to. */
export type Living = LivingRecord & { district: string }

/** Where what is kept beside the records (trees, and who sees them) is not what they say; empty when all is well. */
export async function keptDisagreements(
  { pack, database }: Pick<House, 'database' | 'pack'>,
  recordsOf: (register: Register) => readonly Living[],
): Promise<string[]> {
  const told: string[] = []
  for (const register of Object.values(pack.registers)) {
    const records = recordsOf(register)
    const trees = await sql<Descent & { district: string }>`
      select district, id, ancestor, depth, from_day as "from", until_day as until from anzhi.tree
      where register = ${register.id}`.execute(database)
    const seen = await sql<{ district: string; record: string; organ: string }>`
      select district, record, organ from anzhi.record_seen where register = ${register.id}`.execute(database)
    told.push(...rulesBroken(register, records, recordsOf(pack.registers.scope!)))
    told.push(
      ...differences(`tree of ${register.id}`, trees.rows.map(descentLine), descents(register, records)),
      ...differences(
        `who sees ${register.id}`,
        seen.rows.map(({ district, record, organ }) => `${district} ${record} ${organ}`),
        seeing(pack, register, records, recordsOf),
      ),
    )
  }
  return told
}

function differences(what: string, kept: string[], wanted: string[]): string[] {
  return [
    ...kept.filter((line) => !wanted.includes(line)).map((line) => `${what}: too much: ${line}`),
    ...wanted.filter((line) => !kept.includes(line)).map((line) => `${what}: missing: ${line}`),
  ]
}

function descentLine({ district, id, ancestor, depth, from, until }: Descent & { district: string }): string {
  return `${district} ${id} ${ancestor} ${depth} ${from} ${until}`
}

function descents(register: Register, records: readonly Living[]): string[] {
  if (register.tree === null) return []
  const districts = [...new Set(records.map(({ district }) => district))]
  return districts.flatMap((district) =>
    descentsOf(
      treeOf(
        register,
        records.filter((record) => record.district === district),
      ),
    ).map((descent) => descentLine({ ...descent, district })),
  )
}

/** The organs that each record touches: on an axis, or as the organ of the person to whom it is given. */
function seeing(
  pack: Pack,
  register: Register,
  records: readonly Living[],
  recordsOf: (register: Register) => readonly Living[],
): string[] {
  if (isForAll(register)) return []
  const idsIn = (value: unknown) =>
    ([value].flat() as (Link | null | undefined)[]).flatMap((link) => link?.id ?? [])
  const people = recordsOf(pack.registers.person!)
  const lines = records.flatMap(({ district, id, values }) => {
    const given = register.assigned === null ? [] : idsIn(values[register.assigned])
    const person = people.find((one) => one.district === district && given.includes(one.id))
    const organs = [
      ...organAxes(register).flatMap((field) => idsIn(values[field])),
      ...idsIn(person?.values.organ),
    ]
    return organs.map((organ) => `${district} ${id} ${organ}`)
  })
  return [...new Set(lines)]
}

/** Records that do not belong by rule to what the rules say. */
function rulesBroken(register: Register, records: readonly Living[], scopes: readonly Living[]): string[] {
  const inOrder = [...scopes].sort((a, b) => (a.id < b.id ? -1 : 1))
  return records.flatMap((record) => {
    if (record.tags === undefined) return []
    const nodeOf = (key: string) =>
      inOrder.find(
        ({ district, state, values }) =>
          district === record.district && state !== 'withdrawn' && values.key === key,
      )?.id
    const kept = record.tags.filter(({ how }) => how === 'rule')
    return same(kept, ruleTags(register, record, nodeOf)) ? [] : [`rules of ${register.id} ${record.id}`]
  })
}
