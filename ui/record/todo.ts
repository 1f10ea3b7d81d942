import type { Act, Pack, Register, Right } from '@anzhi/engine/pack'
import type { FilterSpec } from '@anzhi/engine/query'
import { rightsOf } from '@anzhi/engine/record'
import type { Me } from '../reader/index.ts'
import { isForward } from './life.ts'

/** Records of one register that wait for a person. */
export interface Todo {
  register: Register
  filter: FilterSpec
  /** Field names, the most pressing first. */
  order: string[]
  /** The same as the address of a list, where an address can say it. */
  address?: Record<string, string>
}

type Doer = Pick<Me, 'roles' | 'organ'>

/**
 * What waits for a person: records from which a step leads on that their role may take, in their own organ
 * where the step asks for it. An outline, not a permission: the record itself says what may be done with it.
 */
export function todosOf(pack: Pack, me: Doer): Todo[] {
  return Object.values(pack.registers).flatMap((register): Todo[] => {
    // An organ, a post or a part of the land may be ended, and does not wait for it.
    if (register.tree !== null || register.pack === 'core') return []
    const steps = Object.values(register.acts).filter(
      (act) => isForward(register, act) && rightsOf(pack, act, me.roles).length > 0,
    )
    if (steps.length === 0) return []
    const open = steps.flatMap((act) => rightsOf(pack, act, me.roles).map((right) => ({ act, right })))
    const parts = open.map(({ act, right }) => ({
      state: right.at ?? act.from,
      ...(right.in === null ? {} : { [right.in]: me.organ.id }),
    }))
    const address = addressOf(open, me)
    return [
      {
        register,
        filter: parts.length === 1 ? parts[0]! : { any: parts },
        order: orderOf(register),
        ...(address === undefined ? {} : { address }),
      },
    ]
  })
}

/** By deadline where there is one. */
function orderOf(register: Register): string[] {
  const due = Object.values(register.fields).find(({ spec }) => spec.type === 'deadline')
  return due === undefined ? register.list.order : [due.id]
}

/** Only steps that all look at the same organ field make one address. */
function addressOf(
  open: readonly { act: Act; right: Right }[],
  me: Doer,
): Record<string, string> | undefined {
  const within = open[0]!.right.in
  if (open.some(({ right }) => right.in !== within)) return undefined
  const states = [...new Set(open.flatMap(({ act, right }) => right.at ?? act.from))]
  return { state: states.join(','), ...(within === null ? {} : { [within]: me.organ.id }) }
}
