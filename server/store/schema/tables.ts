import { type Column, fieldTypeOf } from '@anzhi/engine/fields'
import { type Field, isLeaf, type Pack, type PartTable, partTables, type Register } from '@anzhi/engine/pack'

/** A table as the definitions want it. */
export interface Table {
  name: string
  columns: { name: string; type: string }[]
  primaryKey: string[]
  foreignKeys: { name: string; columns: string[]; table: string; to: string[] }[]
  indexes: { name: string; columns: IndexColumn[]; using?: 'gin' }[]
}

/** A column, or a column in the order of a list: unknown last, text by code point. */
export type IndexColumn = string | { name: string; byCode: boolean; descending: boolean }

/** The columns of one field: `due`, `due_kind`, `due_text`. */
export function columnsOf(field: Field): { name: string; type: Column['type'] }[] {
  const columns = fieldTypeOf(field.spec).columns(field.spec)
  return columns.map(({ suffix, type }) => ({ name: field.column + suffix, type }))
}

type KeyColumn = { name: string; type: Column['type'] }

/** The column that filters, orders and figures read. */
export function keyColumn(field: Field): KeyColumn {
  const column = findKeyColumn(field)
  if (column === undefined) throw new Error(`${field.id} is kept in parts and has no column`)
  return column
}

function findKeyColumn(field: Field): KeyColumn | undefined {
  const type = fieldTypeOf(field.spec)
  const { suffix } = type.key
  const column = type.columns(field.spec).find((one) => one.suffix === suffix)
  return column === undefined ? undefined : { name: field.column + suffix, type: column.type }
}

/** The fields whose history is kept by the day, in the order of the definition. */
export function trackedOf(register: Register): Field[] {
  return Object.values(register.fields).filter(({ spec }) => spec.tracked === true)
}

/** The tables of a register: the records, the stretches of their lives, and the parts of what has several. */
export function tablesOf(pack: Pack, register: Register): { record: Table; span: Table; parts: Table[] } {
  return {
    record: recordTable(pack, register),
    span: spanTable(register),
    parts: [
      ...partTables(register).map((part) => partTable(pack, register, part)),
      ...tagTables(pack, register),
    ],
  }
}

/** The same one after the other. */
export function tableList(pack: Pack, register: Register): Table[] {
  const { record, span, parts } = tablesOf(pack, register)
  return [record, span, ...parts]
}

function recordTable(pack: Pack, register: Register): Table {
  const fields = Object.values(register.fields)
  return {
    name: register.table,
    columns: [
      { name: 'district', type: 'text not null' },
      { name: 'id', type: 'uuid not null' },
      { name: 'version', type: 'integer not null' },
      { name: 'state', type: 'text not null' },
      ...fields.flatMap(columnsOf),
    ],
    primaryKey: ['district', 'id'],
    foreignKeys: fields.flatMap((field) => foreignKey(pack, register.table, field)),
    indexes: indexesOf(pack, register),
  }
}

function foreignKey(pack: Pack, table: string, field: Field): Table['foreignKeys'] {
  const key = findKeyColumn(field)
  const targets = fieldTypeOf(field.spec).targets?.(field.spec) ?? []
  // One column cannot be held to several tables: those links are looked up at the door, as all are.
  if (key?.type !== 'uuid' || targets.length !== 1) return []
  const target = pack.registers[targets[0]!]!
  const name = `${table}_${field.column}_fk`
  return [{ name, columns: ['district', key.name], table: target.table, to: ['district', 'id'] }]
}

/** Every link, every list of options, every date that places a figure, the state, and the order a list opens with. */
function indexesOf(pack: Pack, register: Register): Table['indexes'] {
  const placed = Object.values(pack.indicators).flatMap((indicator) =>
    isLeaf(indicator) && indicator.register === register.id && indicator.on !== null ? [indicator.on] : [],
  )
  const all = Object.values(register.fields)
  const links = all.flatMap((field) => (findKeyColumn(field)?.type === 'uuid' ? [field.id] : []))
  const lists = all.flatMap((field) => findKeyColumn(field) ?? []).filter(({ type }) => type === 'text[]')
  const fields = new Set([...placed, ...links].filter((name) => name !== 'state'))
  const columns = ['state', ...[...fields].map((name) => keyColumn(register.fields[name]!).name)]
  return [
    ...listIndex(register),
    ...columns.map((column) => ({
      name: `${register.table}_${column}_ix`,
      columns: ['district', column, 'id'],
    })),
    ...lists.map(({ name }) => ({
      name: `${register.table}_${name}_gin`,
      columns: [name],
      using: 'gin' as const,
    })),
  ]
}

/** The order that a list opens with, whole: its first page is then read and not sorted out of all records. */
function listIndex(register: Register): Table['indexes'] {
  const steps = register.list.order.map((name) => {
    const field = name.replace(/^-/, '')
    const key =
      field === 'state' ? { name: field, type: 'text' as const } : keyColumn(register.fields[field]!)
    return { ...key, descending: name.startsWith('-') }
  })
  // Several options or files are ordered as one text, which no column holds.
  if (steps.length === 0 || steps.some(({ type }) => type.endsWith('[]'))) return []
  const columns = steps.map(({ name, type, descending }) => ({ name, descending, byCode: type === 'text' }))
  return [{ name: `${register.table}_list_ix`, columns: ['district', ...columns, 'id'] }]
}

function spanTable(register: Register): Table {
  const name = `${register.table}_span`
  return {
    name,
    columns: [
      { name: 'district', type: 'text not null' },
      { name: 'record', type: 'uuid not null' },
      { name: 'n', type: 'integer not null' },
      { name: 'from_day', type: 'date not null' },
      { name: 'until_day', type: 'date' },
      { name: 'act', type: 'text not null' },
      { name: 'by_account', type: 'uuid not null' },
      { name: 'state', type: 'text not null' },
      ...trackedOf(register).flatMap(columnsOf),
    ],
    primaryKey: ['district', 'record', 'n'],
    foreignKeys: [recordKey(register, name)],
    indexes: [
      { name: `${name}_state_ix`, columns: ['district', 'state', 'from_day'] },
      ...treeIndex(register),
    ],
  }
}

/** What ever stood below a record of a tree is found by it. */
function treeIndex(register: Register): Table['indexes'] {
  if (register.tree === null) return []
  const { name } = keyColumn(register.fields[register.tree]!)
  return [{ name: `${register.table}_span_${name}_ix`, columns: ['district', name] }]
}

/** A row for each part of a value, in their order. Whoever reads a record reads them by its id. */
function partTable(pack: Pack, register: Register, { table: name, fields }: PartTable): Table {
  const all = Object.values(fields)
  const links = all.flatMap((field) => findKeyColumn(field) ?? []).filter(({ type }) => type === 'uuid')
  return {
    name,
    columns: [
      { name: 'district', type: 'text not null' },
      { name: 'record', type: 'uuid not null' },
      { name: 'n', type: 'integer not null' },
      ...all.flatMap(columnsOf),
    ],
    primaryKey: ['district', 'record', 'n'],
    foreignKeys: [recordKey(register, name), ...all.flatMap((field) => foreignKey(pack, name, field))],
    indexes: links.map((link) => ({
      name: `${name}_${link.name}_ix`,
      columns: ['district', link.name, 'record'],
    })),
  }
}

/** Of a table beside the register's own. */
function recordKey(register: Register, table: string): Table['foreignKeys'][number] {
  return {
    name: `${table}_record_fk`,
    columns: ['district', 'record'],
    table: register.table,
    to: ['district', 'id'],
  }
}

/** What its records belong to, of a register that is tagged. */
function tagTables(pack: Pack, register: Register): Table[] {
  if (register.tags === null) return []
  const name = `${register.table}_tag`
  const scope = pack.registers.scope!.table
  return [
    {
      name,
      columns: [
        { name: 'district', type: 'text not null' },
        { name: 'record', type: 'uuid not null' },
        { name: 'n', type: 'integer not null' },
        { name: 'node', type: 'uuid not null' },
        { name: 'from_day', type: 'date not null' },
        { name: 'until_day', type: 'date' },
        { name: 'how', type: 'text not null' },
      ],
      primaryKey: ['district', 'record', 'n'],
      foreignKeys: [
        recordKey(register, name),
        { name: `${name}_node_fk`, columns: ['district', 'node'], table: scope, to: ['district', 'id'] },
      ],
      indexes: [{ name: `${name}_node_ix`, columns: ['district', 'node', 'record'] }],
    },
  ]
}
