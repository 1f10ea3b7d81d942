import { composePacks, type PackProblem, type PackProblemCode } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import { brokenActs } from './acts.ts'
import { type Broken, type Change, spoil } from './broken.ts'
import { brokenClocks } from './clocks.ts'
import { brokenDocuments } from './documents.ts'
import { brokenFigures } from './figures.ts'
import { brokenNames } from './names.ts'
import { brokenRegisters } from './registers.ts'

function problemsOf(changes: Change[]): PackProblem[] {
  const composed = composePacks([spoil(changes)])
  return composed.ok ? [] : composed.problems
}

const broken = [
  ...brokenRegisters,
  ...brokenFigures,
  ...brokenClocks,
  ...brokenNames,
  ...brokenActs,
  ...brokenDocuments,
]

// Typed by the code, so that a new code without a case here does not compile.
const codes: Record<PackProblemCode, true> = {
  notJson: true,
  wrongShape: true,
  nameTaken: true,
  badId: true,
  reservedId: true,
  ownedTwice: true,
  stillThere: true,
  unknownPack: true,
  unknownType: true,
  unknownField: true,
  unknownState: true,
  unknownRole: true,
  unknownOptions: true,
  unknownRegister: true,
  unknownAct: true,
  unknownIndicator: true,
  unknownPlaceholder: true,
  wrongType: true,
  wrongValue: true,
  badFilter: true,
  badCondition: true,
  unknownAxis: true,
  unknownColumn: true,
  unreachable: true,
  coordinatingBody: true,
  hiddenEnforcement: true,
  effectCycle: true,
  notTaken: true,
  missingWord: true,
  deadWord: true,
  empty: true,
}

function plain(problems: Broken['problems']): PackProblem[] {
  return problems.map(([path, code, given]) => (given === undefined ? { path, code } : { path, code, given }))
}

describe('a broken pack', () => {
  it.each(broken)('$what', ({ changes, problems }) => {
    expect(problemsOf(changes)).toEqual(plain(problems))
  })

  it('has been tried with every problem there is', () => {
    expect(new Set(broken.flatMap(({ problems }) => problems.map(([, code]) => code)))).toEqual(
      new Set(Object.keys(codes)),
    )
  })

  it('tells all its problems at once', () => {
    const apart = broken.filter(({ what }) =>
      /^(a choice|a link|a role|another hand|a rate|a renamed)/.test(what),
    )
    expect(apart).toHaveLength(6)
    const together = problemsOf(apart.flatMap(({ changes }) => changes))
    const expected = plain(apart.flatMap(({ problems }) => problems))
    expect(together).toHaveLength(expected.length)
    expect(together).toEqual(expect.arrayContaining(expected))
  })
})
