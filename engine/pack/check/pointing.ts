import { fieldTypeOf } from '../../fields/index.ts'
import { usesAsOf } from '../../query/index.ts'
import type { PointingSpec } from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import { isKnownType, needField, needType } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

// Ten years: beyond it nobody counts back by days.
const mostDays = 3_653

/** Tells what is wrong with a test on records that name a record of `target`. */
export function checkPointing(
  declared: Declared,
  target: string,
  spec: PointingSpec,
  path: string,
  tell: Tell,
): void {
  const register = declared.registers.get(spec.register)
  if (register === undefined) return tell(path, 'unknownRegister', spec.register)
  if (needField(register, spec.by, `${path}/by`, tell)) {
    const field = register.fields[spec.by]!
    const type = isKnownType(field) ? fieldTypeOf(field) : undefined
    // Several links are no key: who is named among others is not told by one column.
    const leads = type !== undefined && type.parts === undefined && type.targets?.(field).includes(target)
    if (leads !== true) tell(`${path}/by`, 'wrongType', spec.by)
  }
  if (spec.on !== undefined) needType(register, spec.on, ['date'], `${path}/on`, tell)
  checkWithin(spec, path, tell)
  if (spec.where === undefined) return
  const where = checkFilter(declared, register, spec.where, `${path}/where`, tell)
  if (where !== undefined && usesAsOf(where)) tell(`${path}/where`, 'badFilter', 'asOf')
}

function checkWithin({ within, on }: PointingSpec, path: string, tell: Tell): void {
  if (within === undefined) return
  const { days } = within
  if (on === undefined) tell(`${path}/on`, 'empty')
  if (!Number.isInteger(days) || days < 1 || days > mostDays) tell(`${path}/within`, 'wrongValue', 'days')
}
