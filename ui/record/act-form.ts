import { addDays, type Day } from '@anzhi/engine/calendar'
import type { Link } from '@anzhi/engine/fields'
import { isGiven } from '@anzhi/engine/fields'
import type { Act, Field, Register } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import { backdateOf, same, type Values } from '@anzhi/engine/record'
import { draftProblems } from '../fields/index.ts'
import type { FieldEnv } from '../reader/index.ts'

/** A record as the person saw it when the form was opened. */
export interface SeenRecord {
  version: number
  state: string
  values: Values
}

/** One field in the form of an act. */
export interface AskedField {
  field: Field
  required: boolean
  /** What stands in it when the form opens. */
  start: unknown
}

export interface ActForm {
  register: Register
  act: Act
  fields: AskedField[]
  /** Does the act itself have a day that can be said, because no field of it is one? */
  takesDay: boolean
}

/** What a person has filled in so far. */
export interface Draft {
  values: Values
  reason: string
  day: Day
  /** For whom it is typed, when it is for somebody else; null for oneself. */
  behalf: DraftBehalf | null
}

export interface DraftBehalf {
  organ: Link | null
  /** The file that says so, as a field of files holds it. */
  paper: string[] | null
}

/** What is sent. */
export interface FilledAct {
  values: Values
  reason?: string
  day?: Day
  onBehalfOf?: { organ: string; paper: string }
}

/**
 * The form of an act, from the pack alone: its own day, what it asks, needs and takes, in the order in which
 * the register declares its fields. What it asks begins empty, for it is given in this act; the rest begins
 * as it is known. `organ` is the person's own: the organ in which they act when they make a record.
 */
export function formOf(
  register: Register,
  act: Act,
  record: SeenRecord | null,
  { today, organ }: { today: Day; organ: string },
): ActForm {
  const named = new Set([...list(act.dates), ...act.asks, ...act.needs, ...act.takes])
  const start = (id: string) => {
    if (id === act.dates) return today
    if (record !== null) return act.asks.includes(id) ? null : (record.values[id] ?? null)
    return act.by.some((right) => right.in === id) ? { id: organ, text: null } : null
  }
  const required = (id: string) =>
    id === act.dates || act.asks.includes(id) || act.needs.includes(id) || needed(register, id)
  if (act.kind === 'merge') return { register, act, fields: [into(register)], takesDay: false }
  const fields = Object.values(register.fields)
    .filter(({ id, spec }) => named.has(id) && isGiven(spec))
    .filter(({ id }) => act.kind !== 'correct' || isSettled(register, id, record))
    .map((field) => ({ field, required: required(field.id), start: start(field.id) }))
  return { register, act, fields, takesDay: act.kind === 'step' && act.dates === null }
}

/** The record that stays when two are one: no field of the register, but filled in like one. */
function into(register: Register): AskedField {
  const spec = { type: 'ref', to: register.id } as const
  return { field: { id: 'into', column: 'into', spec }, required: true, start: null }
}

/** A correction does not offer what a later step of the record's life will give. */
function isSettled(register: Register, id: string, record: SeenRecord | null): boolean {
  if (record?.values[id] != null) return true
  const gives = ({ dates, asks, needs, takes }: Act) =>
    [...list(dates), ...asks, ...needs, ...takes].includes(id)
  const acts = Object.values(register.acts)
  return (
    acts.some((act) => act.kind === 'create' && gives(act)) ||
    !acts.some((act) => act.kind === 'step' && gives(act))
  )
}

function list(name: string | null): string[] {
  return name === null ? [] : [name]
}

function needed(register: Register, id: string): boolean {
  return register.fields[id]?.spec.required === true
}

/** What stands in the form before anybody has typed. */
export function firstDraft(form: ActForm, today: Day): Draft {
  return {
    values: Object.fromEntries(form.fields.map(({ field, start }) => [field.id, start])),
    reason: '',
    day: today,
    behalf: null,
  }
}

/**
 * Must a reason be given? When the act asks one, when a record is corrected late in its life, and when
 * something is entered later than its register allows.
 */
export function isReasonAsked(form: ActForm, record: SeenRecord | null, draft: Draft, today: Day): boolean {
  const { act, register } = form
  if (act.asks.includes('reason')) return true
  if (act.kind === 'correct' && record !== null && !act.freeIn.includes(record.state)) return true
  const isPast = (day: unknown, limit: number | null | undefined) =>
    limit != null && typeof day === 'string' && day < addDays(today, -limit)
  if (form.takesDay && isPast(draft.day, register.backdate)) return true
  return form.fields.some(({ field }) => {
    const day = draft.values[field.id]
    const isGiven = field.id === act.dates || !same(day, record?.values[field.id])
    return isGiven && isPast(day, backdateOf(register, field))
  })
}

/** What is wrong before anything is sent: missing fields and values that their own type refuses. */
export function formProblems(
  form: ActForm,
  record: SeenRecord | null,
  draft: Draft,
  env: Pick<FieldEnv, 'today' | 'options' | 'word' | 'titleOf'>,
): Problem[] {
  const ofFields = form.fields.flatMap(({ field, required }) => {
    const value = draft.values[field.id] ?? null
    if (value === null) return required ? [problem('required', field.id)] : []
    return draftProblems(value, field.spec, env).map((found) => ({
      ...found,
      field: found.field === undefined ? field.id : `${field.id}.${found.field}`,
    }))
  })
  const missing = isReasonAsked(form, record, draft, env.today) && draft.reason.trim() === ''
  return [...ofFields, ...(missing ? [problem('required', 'reason')] : []), ...behalfProblems(draft)]
}

function behalfProblems({ behalf }: Draft): Problem[] {
  if (behalf === null) return []
  return [
    ...((behalf.organ?.id ?? null) === null ? [problem('required', 'onBehalfOf.organ')] : []),
    ...(behalf.paper?.[0] === undefined ? [problem('required', 'onBehalfOf.paper')] : []),
  ]
}

/**
 * The draft when it becomes known for whom it is typed: what the person's own organ stood for until then, that
 * organ stands for now.
 */
export function typedFor(form: ActForm, draft: Draft, behalf: DraftBehalf | null, own: string): Draft {
  const before = draft.behalf?.organ?.id ?? own
  const now = behalf?.organ?.id ?? null
  const inFields = form.act.kind === 'create' ? form.act.by.flatMap((right) => right.in ?? []) : []
  const moved = inFields.filter((field) => (draft.values[field] as Link | null)?.id === before)
  const organ = now === null ? null : { id: now, text: null }
  const values = Object.fromEntries(now === null ? [] : moved.map((field) => [field, organ]))
  return { ...draft, behalf, values: { ...draft.values, ...values } }
}

/**
 * What to send: what was changed, and what the act asks or dates whether changed or not. An emptied field
 * is sent as null, one that was never known is not sent.
 */
export function filledAct(form: ActForm, record: SeenRecord | null, draft: Draft, today: Day): FilledAct {
  const { act } = form
  const values: Values = {}
  for (const { field } of form.fields) {
    const value = draft.values[field.id] ?? null
    const always = field.id === act.dates || act.asks.includes(field.id)
    if ((always && value !== null) || !same(value, record?.values[field.id])) values[field.id] = value
  }
  const reason = draft.reason.trim()
  return {
    values,
    ...(reason === '' ? {} : { reason }),
    ...(form.takesDay && draft.day !== today ? { day: draft.day } : {}),
    ...onBehalfOf(draft),
  }
}

function onBehalfOf({ behalf }: Draft): Pick<FilledAct, 'onBehalfOf'> {
  const [organ, paper] = [behalf?.organ?.id ?? null, behalf?.paper?.[0]]
  return organ === null || paper === undefined ? {} : { onBehalfOf: { organ, paper } }
}

/** Has anything been filled in that would be lost? */
export function isTouched(form: ActForm, draft: Draft): boolean {
  return (
    draft.reason.trim() !== '' ||
    form.fields.some(({ field, start }) => !same(draft.values[field.id] ?? null, start))
  )
}
