import type { FieldSpec, FieldTypeName } from '@anzhi/engine/fields'
import type { ReactNode } from 'react'
import type { FieldEnv } from '../reader/index.ts'

/** The declaration of a field of one type. */
export type SpecOf<Type extends FieldTypeName> = Extract<FieldSpec, { type: Type }>

export interface ShowProps<Spec, Value> {
  value: Value
  spec: Spec
  env: FieldEnv
  /** Where the words of what is inside it begin: `field.visit.picked`. */
  words?: string
}

export interface EditProps<Spec> {
  /** Of the input itself, so that a label and a problem can point at it. */
  id: string
  label: string
  /**
   * What has been filled in so far: null for nothing, a right value, or what was typed and is not right yet.
   * The field type's own `check` tells which.
   */
  draft: unknown
  spec: Spec
  env: FieldEnv
  required: boolean
  /** There is little room: what could be laid out folds. */
  narrow?: boolean
  /** The sentence of its problem. */
  problem?: string
  /** The sentences of the problems of what is inside it, by place: `2.price`. */
  inside?: Readonly<Record<string, string>>
  /** Where the words of what is inside it begin: `field.visit.picked`. */
  words?: string
  onChange: (draft: unknown) => void
}

/** How a field is filtered in a list: by choosing some of its values, by a stretch, yes or no, a record, or words. */
export type FilterKind = 'some' | 'days' | 'stretch' | 'yesNo' | 'link' | 'words'

/** How a field type is seen and filled in: the counterpart of `FieldType` in the engine. */
export interface FieldControl<Spec, Value> {
  Show: (props: ShowProps<Spec, Value>) => ReactNode
  /** null for what nobody types. */
  Edit: ((props: EditProps<Spec>) => ReactNode) | null
  /** Where a declaration says what type it is in truth: that type's control, for such declarations. */
  of?: (spec: Spec) => FieldControl<Spec, Value>
  /** A number: to the right in a table, with figures of one width. */
  numeric?: boolean
  /** Takes the whole width of a form and of a page. */
  wide?: boolean
  /** Lists offer it as a filter of this kind; not at all unless said. */
  filter?: FilterKind | ((spec: Spec) => FilterKind | undefined)
  /** Lists are not ordered by it: its order would mean nothing. */
  unordered?: boolean
}
