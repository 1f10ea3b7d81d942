import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { FileInput } from './file-input.tsx'
import { FileStrip } from './file-strip.tsx'

type Spec = SpecOf<'files'>

function Show({ value, spec, env }: ShowProps<Spec, string[]>) {
  return <FileStrip ids={value} photos={spec.accept === 'image'} env={env} />
}

function Edit(props: EditProps<Spec>) {
  return <FileInput {...props} draft={Array.isArray(props.draft) ? (props.draft as string[]) : []} />
}

/** Photos as thumbnails, papers by their names. */
export const files: FieldControl<Spec, string[]> = { Show, Edit, wide: true, unordered: true }
