import { fieldTypeOf } from '@anzhi/engine/fields'
import { type Field, type Pack, type PartTable, partTables, type Register } from '@anzhi/engine/pack'
import { columnsOf, findKeyColumn, type Table, trackedOf } from './columns.ts'
import { recordIndexes, spanIndexes } from './indexes.ts'

/** The tables of a register: the records, the stretches of their lives, and the parts of what has several. */
export function tablesOf(pack: Pack, register: Register): { record: Table; span: Table; parts: Table[] } {
  return {
    record: recordTable(pack, register),
    span: spanTable(pack, register),
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
    indexes: recordIndexes(pack, register),
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

function spanTable(pack: Pack, register: Register): Table {
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
    indexes: spanIndexes(pack, register),
  }
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
