import { fieldTypeOf } from '../fields/index.ts'
import { type Form, getRegister, isBasic, leafColumns, madeOf, type Pack } from '../pack/index.ts'

/** The register whose records are the rows of a form along an axis; all its columns lead there. */
export function treeOfForm(pack: Pack, form: Form): string {
  const column = leafColumns(form.columns).find(({ cell }) => cell.length > 0)!
  return treeBehind(pack, column.cell[0]!, column.by!)
}

function treeBehind(pack: Pack, id: string, axis: string): string {
  const indicator = pack.indicators[id]!
  if (!isBasic(indicator)) return treeBehind(pack, madeOf(indicator)[0]!, axis)
  // What has no register is stated by organ.
  if (indicator.kind === 'given') return 'organ'
  const register = getRegister(pack, indicator.register)
  const { spec } = register.fields[register.axes[axis]!]!
  return fieldTypeOf(spec).targets!(spec)[0]!
}
