import { nameBefore, type Refusal, type Renames } from '@anzhi/engine/change'
import { fieldTypeOf } from '@anzhi/engine/fields'
import { envOf, type Field, type Pack, type Register } from '@anzhi/engine/pack'
import type { Db } from '../db.ts'
import { columnsOf } from './columns.ts'
import { countUnknown } from './counts.ts'
import type { FillDefault } from './step.ts'

interface Looking {
  db: Db
  before: Pack
  now: Pack
  renames: Renames
}

/**
 * What becomes required must be known of the records that are there: their fields' defaults are filled in, and
 * where there is none the pack is refused.
 */
export async function findDefaults(looking: Looking): Promise<{ steps: FillDefault[]; refusals: Refusal[] }> {
  const { before, now, renames } = looking
  const steps: FillDefault[] = []
  const refusals: Refusal[] = []
  for (const old of Object.values(before.registers)) {
    const register = now.registers[renames.registers[old.id] ?? old.id]
    for (const { field, was } of newlyRequired(old, register, renames)) {
      const records = await countUnknown(looking.db, old, was)
      if (records === 0) continue
      if (field.spec.default === undefined) {
        refusals.push({ why: 'requiredUnknown', register: register!.id, field: field.id, records })
      } else steps.push(fillStep(now, register!, field, records))
    }
  }
  return { steps, refusals }
}

/** Fields that must be known from now on, with what each was called; null when it was not there. */
function newlyRequired(old: Register, register: Register | undefined, { of }: Renames) {
  if (register === undefined) return []
  const names = of[register.id]?.fields ?? {}
  return Object.values(register.fields)
    .filter(({ spec }) => spec.required === true && spec.type !== 'serial')
    .map((field) => {
      const name = nameBefore(names, field.id)
      return { field, was: Object.hasOwn(old.fields, name) ? name : null }
    })
    .filter(({ was }) => was === null || old.fields[was]!.spec.required !== true)
}

function fillStep(pack: Pack, register: Register, field: Field, records: number): FillDefault {
  const { spec } = field
  const type = fieldTypeOf(spec)
  const checked = type.check(spec.default, spec, envOf(pack, '2999-12-31'))
  if (!checked.ok) throw new Error(`the check has passed a default of ${register.id}.${field.id}`)
  const cells = type.toColumns(checked.value)
  return {
    do: 'fillDefault',
    register: register.id,
    field: field.id,
    table: register.table,
    span: spec.tracked === true ? `${register.table}_span` : null,
    cells: columnsOf(field).map((column, i) => ({
      column: column.name,
      type: column.type,
      value: cells[i] ?? null,
    })),
    value: checked.value,
    records,
  }
}
