import { fieldTypeOf } from '@anzhi/engine/fields'
import { type Asked, alongFor, axisTo, isAsFound, type Node } from '@anzhi/engine/indicator'
import { type Field, findPartTable, type LeafIndicator, type Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import { type AliasOf, keySql } from './filter-sql.ts'
import { tagTable } from './tags.ts'
import { daysSql } from './tree.ts'

/** Where a contribution stands in a tree: the links that lead there, and the day whose tree decides. */
interface Standing {
  tree: string
  /** A condition's second half: `= id` or `in (ids)`. */
  isLinked: RawBuilder<unknown>
  day: RawBuilder<unknown>
}

function standingOf(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  to: Pick<Node, 'tree' | 'axis'>,
  aliasOf: AliasOf,
): Standing | undefined {
  const field = axisTo(register, alongFor(leaf, to))
  if (field === undefined) return undefined
  const day = placingDay(register, leaf, asked, aliasOf)
  return { tree: to.tree, isLinked: linkedSql(register, field, aliasOf), day }
}

/** What places a contribution; of a stock the day of the figure. */
function placingDay(
  register: Register,
  leaf: LeafIndicator,
  { asOf }: Asked,
  aliasOf: AliasOf,
): RawBuilder<unknown> {
  return leaf.on === null ? sql`${asOf}::date` : keySql(register, leaf.on, aliasOf).bare
}

function linkedSql(register: Register, field: Field, aliasOf: AliasOf): RawBuilder<unknown> {
  const part = findPartTable(register, field)
  if (part === undefined) return sql`= ${keySql(register, field.id, aliasOf).bare}`
  const key = fieldTypeOf(field.spec).parts!.key!
  return sql`in (select ${keySql(part, key, () => 'p').bare} from ${sql.id('ledger', part.table)} as p
    where p.district = r.district and p.record = r.id)`
}

/** The rows of the tree that hold on the day and lead up from where a contribution stands. */
function aboveSql({ tree, isLinked, day }: Standing, alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column('district')} = r.district and ${column('register')} = ${tree}
    and ${column('id')} ${isLinked} and ${daysSql(alias, day)}`
}

/** Does a contribution belong to what is asked for? As `belongsTo` in the engine says. */
export function belongsSql(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  aliasOf: AliasOf,
): RawBuilder<boolean>[] {
  return [...nodeSql(register, leaf, asked, aliasOf), ...scopeSql(register, leaf, asked, aliasOf)]
}

function nodeSql(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  aliasOf: AliasOf,
): RawBuilder<boolean>[] {
  const { node } = asked
  if (node === undefined) return []
  const standing = standingOf(register, leaf, asked, node, aliasOf)
  if (standing === undefined) return [sql<boolean>`false`]
  const alone = node.alone === true ? sql`and t.depth = 0` : sql``
  return [
    sql<boolean>`exists (select from anzhi.tree t where ${aboveSql(standing, 't')}
      and t.ancestor = ${node.id}::uuid ${alone} ${belowSql(standing, node)})`,
  ]
}

function scopeSql(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  aliasOf: AliasOf,
): RawBuilder<boolean>[] {
  const { scope, asOf } = asked
  if (scope === undefined) return []
  if (register.tags === null) return [sql<boolean>`false`]
  // What was only taken over was not found by the campaign.
  const found = isAsFound(register, leaf) ? sql`and g.how <> 'carried'` : sql``
  return [
    sql<boolean>`exists (select from ${tagTable(register)} as g
      join anzhi.tree t on t.district = g.district and t.register = 'scope' and t.id = g.node
      where g.district = r.district and g.record = r.id and ${daysSql('g', sql`${asOf}::date`)} ${found}
      and t.ancestor = ${scope}::uuid and ${daysSql('t', placingDay(register, leaf, asked, aliasOf))})`,
  ]
}

/** While the node `t` stood right below another, or at the top. */
function belowSql(standing: Standing, { below }: Node): RawBuilder<unknown> {
  if (below === undefined) return sql``
  const next = sql`select from anzhi.tree u where ${aboveSql(standing, 'u')}
    and u.id = t.id and u.depth = t.depth + 1`
  return below === null
    ? sql`and not exists (${next})`
    : sql`and exists (${next} and u.ancestor = ${below}::uuid)`
}

/** At or below which of some nodes a contribution stands, as an array: each once, however many links lead there. */
export function standingAtSql(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  to: Pick<Node, 'tree' | 'axis'>,
  ids: readonly string[],
  aliasOf: AliasOf,
): RawBuilder<unknown> {
  const standing = standingOf(register, leaf, asked, to, aliasOf)
  if (standing === undefined) return sql`array[]::uuid[]`
  return sql`array(select distinct t.ancestor from anzhi.tree t where ${aboveSql(standing, 't')}
    and t.ancestor = any(${ids}::uuid[]))`
}

/**
 * The part of a breakdown that a contribution falls into, as an array: which of those right below the node it stands at
 * or below, null where it stands at the node itself. Without a node: at or below which of those at the top.
 */
export function partSql(
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
  to: Pick<Node, 'tree' | 'axis'>,
  aliasOf: AliasOf,
): RawBuilder<unknown> {
  const standing = standingOf(register, leaf, asked, to, aliasOf)
  if (standing === undefined) return sql`array[]::uuid[]`
  if (asked.node === undefined) {
    return sql`array(select distinct t.ancestor from anzhi.tree t where ${aboveSql(standing, 't')}
      and not exists (select from anzhi.tree u where ${aboveSql(standing, 'u')} and u.id = t.id and u.depth > t.depth))`
  }
  return sql`array(select distinct u.ancestor from anzhi.tree t
    left join anzhi.tree u on ${aboveSql(standing, 'u')} and u.id = t.id and u.depth = t.depth - 1
    where ${aboveSql(standing, 't')} and t.ancestor = ${asked.node.id}::uuid)`
}
