import { type FieldSpec, fieldTypeOf } from '@anzhi/engine/fields'
import type { Problem } from '@anzhi/engine/problem'
import type { FieldEnv } from '../reader/index.ts'

type Env = Pick<FieldEnv, 'today' | 'options' | 'word' | 'titleOf'>

/** Typed text as a draft: the value it means, or the text itself when it means none, so that nothing is lost. */
export function readTyped(typed: string, spec: FieldSpec, env: Env): unknown {
  if (typed.trim() === '') return null
  const read = fieldTypeOf(spec).parse(typed, spec, env)
  return read.ok ? read.value : typed
}

/** The problems of a draft; none when nothing was filled in. The field type's own check decides. */
export function draftProblems(draft: unknown, spec: FieldSpec, env: Env): Problem[] {
  if (draft === null || draft === undefined) return []
  const checked = fieldTypeOf(spec).check(draft, spec, env)
  return checked.ok ? [] : checked.problems
}
