import type { Act, Register } from '../pack/index.ts'

/** A step that leads a record further along its life; sending back and reopening lead the other way. */
export function isForward(register: Register, act: Act): boolean {
  return act.kind === 'step' && act.from.some((from) => leadsOn(register, act, from))
}

/** The states from which a record still has a way to go. */
export function openStates(register: Register): string[] {
  const from = new Set(Object.values(register.acts).flatMap((act) => statesAhead(register, act)))
  return register.states.filter((state) => from.has(state))
}

/** The states from which a step leads a record on. */
export function statesAhead(register: Register, act: Act): string[] {
  return act.kind === 'step' ? act.from.filter((from) => leadsOn(register, act, from)) : []
}

function leadsOn({ states }: Register, act: Act, from: string): boolean {
  return states.indexOf(from) < states.indexOf(act.to ?? '')
}
