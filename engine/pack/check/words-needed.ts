import { withApprovals } from '../normal/approval.ts'
import { sentencesOf } from '../normal/sentences.ts'
import type { FormColumnSpec, FormSpec, PackSource, RegisterSpec, ReportSpec } from '../notation/index.ts'

interface Need {
  key: string
  /** A general word serves where there is none of its own. */
  optional?: boolean
}

/** The keys of the words that a pack's definitions need. */
export function wordsNeeded(source: PackSource): Need[] {
  const named = (prefix: string, part: object | undefined): Need[] =>
    Object.keys(part ?? {}).map((id) => ({ key: `${prefix}.${id}` }))
  const options = Object.entries(source.options ?? {}).flatMap(([list, ids]) =>
    ids.map((id) => ({ key: `option.${list}.${id}` })),
  )
  return [
    ...named('role', source.roles),
    ...options,
    ...named('register', source.registers),
    ...Object.entries(source.registers ?? {}).flatMap(([id, spec]) => registerNeeds(id, spec)),
    ...Object.entries(source.extends ?? {}).flatMap(([id, { fields, acts }]) => [
      ...fieldNeeds(id, fields ?? {}),
      ...named(`act.${id}`, acts),
    ]),
    ...named('indicator', source.indicators),
    ...Object.values(source.indicators ?? {}).flatMap((spec) =>
      'unit' in spec ? [{ key: `unit.${spec.unit}`, optional: true }] : [],
    ),
    ...named('report', source.reports),
    ...Object.entries(source.reports ?? {}).flatMap(([id, spec]) => reportNeeds(id, spec)),
    ...named('form', source.forms),
    ...Object.entries(source.forms ?? {}).flatMap(([id, spec]) => formNeeds(id, spec)),
    ...named('clock', source.clocks),
    ...Object.keys(source.clocks ?? {}).map((id) => ({ key: `clock.${id}.source` })),
    ...holidaysOf(source).map((id) => ({ key: `holiday.${id}` })),
  ]
}

function holidaysOf({ calendar }: PackSource): string[] {
  const named = Object.values(calendar?.days ?? {}).flatMap(({ holiday }) => holiday ?? [])
  return [...new Set(named)]
}

/** Of each field, and of each field of its rows. */
function fieldNeeds(register: string, fields: RegisterSpec['fields']): Need[] {
  return Object.entries(fields).flatMap(([field, declared]) => [
    { key: `field.${register}.${field}` },
    ...(declared.type === 'rows' ? Object.keys(declared.fields) : []).map((inner) => ({
      key: `field.${register}.${field}.${inner}`,
    })),
  ])
}

function registerNeeds(id: string, written: RegisterSpec): Need[] {
  const spec = withApprovals(written)
  const fields = fieldNeeds(id, spec.fields)
  const states = (spec.life?.states ?? []).map((state) => ({ key: `state.${id}.${state}` }))
  const acts = Object.keys(spec.life?.acts ?? {}).map((act) => ({ key: `act.${id}.${act}` }))
  // Units that stand in the declaration itself are printed as they are, unless they have a word.
  const units = Object.values(spec.fields)
    .flatMap((field) => ('units' in field && Array.isArray(field.units) ? field.units : []))
    .map((unit) => ({ key: `unit.${unit}`, optional: true }))
  const own = [
    ...['create', 'correct', 'withdraw', 'merge', 'remark', 'tag', 'undo', 'untag'].map(
      (act) => `act.${id}.${act}`,
    ),
    ...['recorded', 'merged', 'withdrawn'].map((state) => `state.${id}.${state}`),
  ].map((key) => ({ key, optional: true }))
  return [...fields, ...states, ...acts, ...own, ...units]
}

function reportNeeds(id: string, spec: ReportSpec): Need[] {
  return [
    ...sentencesOf(spec).map(({ key }) => ({ key })),
    ...Object.keys(spec.slots ?? {}).map((slot) => ({ key: `slot.${id}.${slot}` })),
    ...Object.keys(spec.claims ?? {}).map((claim) => ({ key: `claim.${id}.${claim}` })),
  ]
}

function formNeeds(id: string, { rows, columns }: FormSpec): Need[] {
  const names = (column: FormColumnSpec): string[] =>
    'columns' in column ? [column.id, ...column.columns.flatMap(names)] : [column.id]
  return [
    { key: `form.${id}.rows` },
    ...columns.flatMap(names).map((column) => ({ key: `form.${id}.column.${column}` })),
    ...('fixed' in rows ? rows.fixed : []).map((row) => ({ key: `form.${id}.row.${row.id}` })),
  ]
}
