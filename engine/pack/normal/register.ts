import type { Readable } from '../../query/index.ts'
import type { RegisterSpec } from '../notation/index.ts'
import type { Field, Register, Tagging } from '../register.ts'
import { actsOf, type Specs } from './act.ts'
import { readOrThrow } from './filter.ts'
import { columnName, statesOf } from './names.ts'

/** A register as written, with every default filled in. The check has passed it. */
export function normalRegister(id: string, spec: RegisterSpec, pack: string, specs: Specs): Register {
  const fields = Object.fromEntries(
    Object.entries(spec.fields).map(([name, field]): [string, Field] => [
      name,
      { id: name, column: columnName(name), spec: field },
    ]),
  )
  const states = statesOf(spec)
  return {
    id,
    pack,
    table: columnName(id),
    title: spec.title,
    axes: spec.axes ?? {},
    assigned: spec.assigned ?? null,
    tree: spec.tree ?? null,
    tags: taggingOf(spec, { fields, states }),
    open: spec.open === true,
    backdate: spec.backdate ?? null,
    unique: (spec.unique ?? []).map(({ fields, blank = [], within = null }) => ({ fields, blank, within })),
    fields,
    states,
    acts: actsOf(spec, { fields, states }, specs),
    list: { columns: spec.list.columns, filters: spec.list.filters ?? [], order: spec.list.order ?? [] },
  }
}

function taggingOf(spec: RegisterSpec, of: Readable): Tagging | null {
  if (spec.tagged === undefined) return null
  const rules = (spec.tagRules ?? []).map(({ scope, where }) => ({ scope, where: readOrThrow(of, where) }))
  return { rules, carries: spec.carries ?? null }
}
