import type { Quantity } from '../fields/index.ts'
import { findIndicator, type Pack, type Register } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import type { Values } from '../record/index.ts'
import { paperRegisters } from './papers.ts'

/** What is wrong with a statement or a quotation: an amount in another unit than the figure's would never count. */
export function checkPaper(pack: Pack, register: Register, values: Values): Problem[] {
  const isPaper = Object.values(paperRegisters).some((id) => id === register.id)
  const indicator = isPaper ? findIndicator(pack, String(values.indicator)) : undefined
  const amount = values.amount as Quantity | null | undefined
  if (indicator === undefined || amount == null || amount.unit === indicator.unit) return []
  return [problem('wrongUnit', 'amount', { unit: indicator.unit })]
}
