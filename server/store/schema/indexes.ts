import { type Field, isLeaf, type Pack, type Register } from '@anzhi/engine/pack'
import { fieldsOf } from '@anzhi/engine/query'
import { findKeyColumn, keyColumn, type Table } from './columns.ts'

type Indexes = Table['indexes']

/**
 * Of the records: the order that the list opens with, the state, every link, and what lists and figures filter by.
 * Several options in one column are found by any of them.
 */
export function recordIndexes(pack: Pack, register: Register): Indexes {
  const all = Object.values(register.fields)
  const links = all.filter((field) => findKeyColumn(field)?.type === 'uuid').map(({ id }) => id)
  const { own } = readBy(pack, register)
  const fields = [...new Set([...own, ...links])].flatMap((name) => sorted(register, name))
  const several = all.flatMap((field) => findKeyColumn(field) ?? []).filter(({ type }) => type === 'text[]')
  return [
    ...listIndex(register),
    ...['state', ...fields].map((column) => ({
      name: `${register.table}_${column}_ix`,
      columns: ['district', column, 'id'],
    })),
    ...several.map(({ name }) => ({
      name: `${register.table}_${name}_gin`,
      columns: [name],
      using: 'gin' as const,
    })),
  ]
}

/** Of the stretches of lives: the state, and the tracked values by which figures tell them apart; of a tree, what stood where. */
export function spanIndexes(pack: Pack, register: Register): Indexes {
  const name = `${register.table}_span`
  const { ofThen } = readBy(pack, register)
  const tree = register.tree === null ? [] : [register.tree]
  const fields = [...new Set([...ofThen, ...tree])].flatMap((field) => sorted(register, field))
  return [
    { name: `${name}_state_ix`, columns: ['district', 'state', 'from_day'] },
    ...fields.map((column) => ({ name: `${name}_${column}_ix`, columns: ['district', column, 'record'] })),
  ]
}

/** The fields that lists and figures filter by: of the record as it is, and of the stretch that held on a day. */
function readBy(pack: Pack, register: Register): { own: string[]; ofThen: string[] } {
  const leaves = Object.values(pack.indicators).filter(isLeaf)
  const asked = [...leaves, ...leaves.flatMap(({ pointing }) => pointing)].filter(
    (one) => one.register === register.id,
  )
  const read = asked.flatMap(({ on, where }) => [...(on === null ? [] : [on]), ...fieldsOf(where)])
  const isOfThen = (name: string) => register.fields[name]?.spec.tracked === true
  const own = [...register.list.filters, ...read.filter((name) => !isOfThen(name))]
  const known = (names: string[]) => names.filter((name) => name !== 'state')
  return { own: known(own), ofThen: known(read.filter(isOfThen)) }
}

/**
 * The column of a field that is worth an index of its own. Two values tell nothing apart; a long text is too long for
 * one; several options have another kind; and what is kept in parts has none.
 */
function sorted(register: Register, name: string): string[] {
  const field: Field = register.fields[name]!
  const column = findKeyColumn(field)
  const isPlain = column !== undefined && !column.type.endsWith('[]') && column.type !== 'boolean'
  return isPlain && field.spec.type !== 'longText' ? [column.name] : []
}

/** The order that a list opens with, whole: its first page is then read and not sorted out of all records. */
function listIndex(register: Register): Indexes {
  const steps = register.list.order.map((name) => {
    const field = name.replace(/^-/, '')
    const key =
      field === 'state' ? { name: field, type: 'text' as const } : keyColumn(register.fields[field]!)
    return {
      ...key,
      long: register.fields[field]?.spec.type === 'longText',
      descending: name.startsWith('-'),
    }
  })
  // Several options or files are ordered as one text, which no column holds; a long text is too long for an index.
  if (steps.length === 0 || steps.some(({ type, long }) => type.endsWith('[]') || long)) return []
  const columns = steps.map(({ name, type, descending }) => ({ name, descending, byCode: type === 'text' }))
  return [{ name: `${register.table}_list_ix`, columns: ['district', ...columns, 'id'] }]
}
