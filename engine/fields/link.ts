import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { checkText } from './text.ts'

export interface OrganSpec extends CommonSpec {
  type: 'organ'
}

export interface PersonSpec extends CommonSpec {
  type: 'person'
}

export interface RefSpec extends CommonSpec {
  type: 'ref'
  /** The register that it points to. */
  to: string
}

export type LinkSpec = OrganSpec | PersonSpec | RefSpec

/** A record of another register, or what was written while nobody has found it there, or both. */
export interface Link {
  id: string | null
  text: string | null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** The register that a link points to. */
export function targetOf(spec: LinkSpec): string {
  return spec.type === 'ref' ? spec.to : spec.type
}

export function isLinkSpec(spec: { type: string }): spec is LinkSpec {
  return spec.type === 'organ' || spec.type === 'person' || spec.type === 'ref'
}

function check(input: unknown): Result<Link> {
  const { id = null, text = null } = (input ?? {}) as Record<string, unknown>
  if (typeof input !== 'object' || (id === null && text === null)) return bad(problem('notLink'))
  if (id !== null && !isUuid(id)) return bad(problem('notLink'))
  if (text === null) return ok({ id, text: null })
  const written = checkText(text, 200, false)
  return written.ok ? ok({ id, text: written.value }) : written
}

/** What has not been found has no key, and comes last as written. */
function compareLinks(a: Link, b: Link): number {
  if (a.id !== null && b.id !== null) return compareText(a.id, b.id)
  if (a.id === null && b.id === null) return compareText(a.text ?? '', b.text ?? '')
  return a.id === null ? 1 : -1
}

function linkType<Spec extends LinkSpec>(says: FieldType<Spec, Link>['says']): FieldType<Spec, Link> {
  return {
    says,
    columns: [
      { suffix: '_id', type: 'uuid' },
      { suffix: '_text', type: 'text' },
    ],
    key: { suffix: '_id', kind: 'text', of: (value) => value.id },
    check,
    compare: compareLinks,
    show: (value, spec, env) =>
      (value.id === null ? undefined : env.titleOf(targetOf(spec), value.id)) ?? value.text ?? '…',
    // A name in a cell stays as written; finding the record it means is the importer's and a person's work.
    parse: (cell) => check({ id: null, text: cell }),
    toColumns: (value) => [value.id, value.text],
    fromColumns: ([id, text]) =>
      id == null && text == null
        ? null
        : { id: (id as string | null) ?? null, text: (text as string | null) ?? null },
    schema: () => ({
      type: 'object',
      properties: {
        id: { type: ['string', 'null'], format: 'uuid' },
        text: { type: ['string', 'null'], description: 'as written' },
      },
    }),
  }
}

export const organ = linkType<OrganSpec>({})
export const person = linkType<PersonSpec>({})
export const ref = linkType<RefSpec>({ to: 'text' })
