import { figuresIn } from '../condition.ts'
import { readCondition } from '../normal/condition.ts'
import type { ConditionSpec } from '../notation/index.ts'
import type { Declared, Tell } from './packs.ts'

/** Tells what is wrong with a condition over figures. */
export function checkCondition(declared: Declared, spec: ConditionSpec, path: string, tell: Tell): void {
  const condition = readCondition(spec, (key) => tell(path, 'badCondition', key))
  for (const figure of new Set(figuresIn(condition))) {
    if (!declared.indicators.has(figure)) tell(path, 'unknownIndicator', figure)
  }
}
