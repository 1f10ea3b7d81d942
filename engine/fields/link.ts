import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType, Pointer } from './field-type.ts'
import { checkText } from './text.ts'

/** A record of another register, or what was written while nobody has found it there, or both. */
export interface Link {
  id: string | null
  text: string | null
}

/** A link that says in which of several registers; of what is only written that may be unknown. */
export interface PlacedLink extends Link {
  register: string | null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** A record as a filter means it: by its id. */
export function readId(given: unknown): string | undefined {
  return isUuid(given) ? given : undefined
}

/** Reads a link; where there are several registers to choose from, it says which. */
export function checkLink(input: unknown, among?: readonly string[]): Result<Link | PlacedLink> {
  const { id = null, text = null, register = null } = (input ?? {}) as Record<string, unknown>
  if (typeof input !== 'object' || (id === null && text === null)) return bad(problem('notLink'))
  if (id !== null && !isUuid(id)) return bad(problem('notLink'))
  const place = placeOf(register, id, among)
  if (place === undefined) return bad(problem('notLink'))
  if (text === null) return ok({ id, text: null, ...place })
  const written = checkText(text, 200, false)
  return written.ok ? ok({ id, text: written.value, ...place }) : written
}

function placeOf(register: unknown, id: string | null, among: readonly string[] | undefined) {
  if (among === undefined) return {}
  if (register === null) return id === null ? { register: null } : undefined
  return typeof register === 'string' && among.includes(register) ? { register } : undefined
}

/** What has not been found has no key, and comes last as written. */
export function compareLinks(a: Link, b: Link): number {
  if (a.id !== null && b.id !== null) return compareText(a.id, b.id)
  if (a.id === null && b.id === null) return compareText(a.text ?? '', b.text ?? '')
  return a.id === null ? 1 : -1
}

/** The one register that a link says, or that it must be in. */
export function registerOf(link: Link | PlacedLink, targets: readonly string[]): string {
  return ('register' in link ? link.register : null) ?? targets[0]!
}

function pointersIn(value: unknown, targets: readonly string[]): Pointer[] {
  const { id, register = targets[0] } = (value ?? {}) as { id?: unknown; register?: unknown }
  return isUuid(id) && targets.includes(register as string) ? [{ register: register as string, id }] : []
}

export const linkSchema = {
  type: 'object',
  properties: {
    id: { type: ['string', 'null'], format: 'uuid' },
    text: { type: ['string', 'null'], description: 'as written' },
  },
} as const

/** A type of link: to which registers, and whether a value has to say which of them. */
export function linkType<Spec extends CommonSpec, Value extends Link>(
  { says, examples }: Pick<FieldType<Spec, Value>, 'says' | 'examples'>,
  targets: (spec: Spec) => readonly string[],
  isPlaced: (spec: Spec) => boolean,
): FieldType<Spec, Value> {
  const among = (spec: Spec) => (isPlaced(spec) ? targets(spec) : undefined)
  return {
    says,
    examples,
    columns: (spec) => [
      { suffix: '_id', type: 'uuid' },
      { suffix: '_text', type: 'text' },
      ...(isPlaced(spec) ? [{ suffix: '_register', type: 'text' } as const] : []),
    ],
    // The record that a filter names belongs to one district, and a definition to none.
    key: { suffix: '_id', kind: 'text', of: (value) => value.id, read: readId, show: () => '…' },
    check: (input, spec) => checkLink(input, among(spec)) as Result<Value>,
    compare: compareLinks,
    show: (value, spec, env) =>
      (value.id === null ? undefined : env.titleOf(registerOf(value, targets(spec)), value.id)) ??
      value.text ??
      '…',
    isShownWhole: (value) => value.id === null && !('register' in value && value.register !== null),
    // A name in a cell stays as written; finding the record it means is the importer's and a person's work.
    parse: (cell, spec) => checkLink({ id: null, text: cell }, among(spec)) as Result<Value>,
    toColumns: (value) => [value.id, value.text, ...('register' in value ? [value.register] : [])],
    fromColumns: ([id = null, text = null, ...register]) =>
      id === null && text === null
        ? null
        : ({ id, text, ...(register.length === 0 ? {} : { register: register[0] ?? null }) } as Value),
    schema: (spec) => ({
      ...linkSchema,
      properties: {
        ...linkSchema.properties,
        ...(isPlaced(spec) ? { register: { enum: [...targets(spec), null] } } : {}),
      },
    }),
    targets,
    pointers: (value, spec) => pointersIn(value, targets(spec)),
  }
}
