import { sayRefusal, sayStep } from '@anzhi/engine/change'
import type { Language } from '@anzhi/engine/pack'
import type { Plan } from './plan.ts'
import type { Step } from './step.ts'

/** A plan as it is told. */
export interface ToldPlan {
  from: string | null
  to: string
  steps: { do: string; text: string }[]
  refusals: { why: string; records: number; text: string }[]
}

/** A plan in words: each step, and everything that stands against it. */
export function sayPlan(language: Language, { from, to, steps, refusals }: Plan): ToldPlan {
  return {
    from,
    to,
    steps: steps.flatMap((step) =>
      saidOf(step).map((values) => ({ do: step.do, text: sayStep(language, step.do, values) })),
    ),
    refusals: refusals.map((refusal) => ({
      why: refusal.why,
      records: refusal.records,
      text: sayRefusal(language, refusal),
    })),
  }
}

/** What the words of a step say, once for each sentence. */
function saidOf(step: Step): Record<string, unknown>[] {
  if (step.do === 'createTable') return [{ table: step.table.name }]
  if (step.do === 'createIndex') return [{ table: step.table, index: step.index.name }]
  if (step.do === 'addForeignKey') return [{ table: step.table, key: step.key.name }]
  if (step.do === 'dropForeignKey') return [{ table: step.table, key: step.name }]
  if (step.do === 'dropIndex') return [{ index: step.name }]
  if (step.do === 'fillColumns') return [{ ...step, columns: step.columns.join(', ') }]
  if (step.do === 'derive') return [{ ...step, fields: step.fields.join(', ') }]
  if (step.do === 'fillDefault') return [{ ...step, value: plain(step.value) }]
  if (step.do === 'renameValues')
    return Object.entries(step.names).map(([from, to]) => ({ ...step, from, to }))
  return [{ ...step }]
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
