import type { FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { innerControl } from './inner.ts'

type Spec = SpecOf<'derived'>

function Show({ value, spec, env, words }: ShowProps<Spec, unknown>) {
  const { Show: ShowInner } = innerControl(spec.as)
  return <ShowInner value={value} spec={spec.as} env={env} words={words} />
}

/** What is worked out of other values: seen as any other, and never typed. */
export const derived: FieldControl<Spec, unknown> = {
  Show,
  Edit: null,
  of: ({ as }) => {
    const { filter, ...inner } = innerControl(as)
    const kind = typeof filter === 'function' ? filter(as) : filter
    return { ...inner, Show, Edit: null, ...(kind === undefined ? {} : { filter: kind }) }
  },
}
