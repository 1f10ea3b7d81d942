import { composePacks, type PackProblem, type PackProblemCode, type PackSource } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import allotment from './pack.ts'

/** Sets the value at a path of a copy of the pack; undefined takes it away. */
type Change = [path: string, value?: unknown]

function spoil(changes: Change[]): PackSource {
  const copy = structuredClone(allotment)
  for (const [path, value] of changes) {
    const steps = path.split('/')
    const last = steps.pop()!
    const holder = steps.reduce(
      (at, step) => at[step] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    )
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return copy
}

function problemsOf(changes: Change[]): PackProblem[] {
  const composed = composePacks([spoil(changes)])
  return composed.ok ? [] : composed.problems
}

const plot = 'allotment/registers/plot'
const visit = 'allotment/registers/visit'
const fault = 'allotment/registers/fault'

interface Broken {
  what: string
  changes: Change[]
  problems: [path: string, code: PackProblemCode, given?: string][]
}

const broken: Broken[] = [
  {
    what: 'a function in the pack',
    changes: [['registers/plot/title', () => 'a title']],
    problems: [['allotment', 'notJson']],
  },
  {
    what: 'a pack id with a capital',
    changes: [['id', 'Allotment']],
    problems: [['Allotment', 'badId', 'Allotment']],
  },
  {
    what: 'a pack that calls itself core',
    changes: [
      ['id', 'core'],
      ['registers', {}],
      ['indicators', {}],
      ['reports', {}],
      ['roles', {}],
      ['options', {}],
      ['words', { zh: {}, en: {} }],
    ],
    problems: [['core', 'ownedTwice', 'core']],
  },
  {
    what: 'a register of the core declared again',
    changes: [
      [
        'registers/file',
        {
          title: '{name}',
          fields: { name: { type: 'text' } },
          create: { by: { role: 'steward' } },
          correct: { by: { role: 'steward' } },
          withdraw: { by: { role: 'steward' } },
          list: { columns: ['name'] },
        },
      ],
    ],
    problems: [['allotment/registers/file', 'ownedTwice', 'file']],
  },
  {
    what: 'an option offered twice',
    changes: [['options/plot-kind', ['vegetable', 'herb', 'orchard', 'greenhouse', 'herb']]],
    problems: [['allotment/options/plot-kind', 'ownedTwice']],
  },
  {
    what: 'an option list without options',
    changes: [['options/season', []]],
    problems: [['allotment/options/season', 'empty']],
  },
  {
    what: 'a pack to build on that is not there',
    changes: [['buildsOn', ['orchards']]],
    problems: [['allotment/buildsOn', 'unknownPack', 'orchards']],
  },
  {
    what: 'a field name that could not be a column',
    changes: [
      ['registers/plot/fields/plot-size', { type: 'integer' }],
      ['words/zh/field.plot.plot-size', '大小'],
      ['words/en/field.plot.plot-size', 'Size'],
    ],
    problems: [[`${plot}/fields/plot-size`, 'badId', 'plot-size']],
  },
  {
    what: 'a field with a name that filters use',
    changes: [
      ['registers/plot/fields/state', { type: 'text' }],
      ['words/zh/field.plot.state', '状态'],
      ['words/en/field.plot.state', 'State'],
    ],
    problems: [[`${plot}/fields/state`, 'reservedId', 'state']],
  },
  {
    what: 'a field of a type that does not exist',
    changes: [['registers/plot/fields/area/type', 'acres']],
    problems: [
      [`${plot}/fields/area`, 'unknownType', 'acres'],
      // Nothing can be compared with it, so the figure that does is wrong as well.
      ['allotment/indicators/largePlots/where', 'badFilter', 'area'],
    ],
  },
  {
    what: 'a choice from a list that does not exist',
    changes: [['registers/plot/fields/kind/options', 'soil']],
    problems: [[`${plot}/fields/kind`, 'unknownOptions', 'soil']],
  },
  {
    what: 'a link to a register that does not exist',
    changes: [['registers/plot/fields/neighbour/to', 'greenhouse']],
    problems: [[`${plot}/fields/neighbour`, 'unknownRegister', 'greenhouse']],
  },
  {
    what: 'a date that must lie after a text',
    changes: [['registers/plot/fields/leasedUntil/notBefore', 'name']],
    problems: [[`${plot}/fields/leasedUntil`, 'wrongType', 'name']],
  },
  {
    what: 'a title, an axis and a list that name no field of the right kind',
    changes: [
      ['registers/plot/title', '{code} {nickname}'],
      ['registers/plot/axes/garden', 'tenant'],
      ['registers/plot/list/order', ['-size']],
    ],
    problems: [
      [`${plot}/title`, 'unknownField', 'nickname'],
      [`${plot}/axes/garden`, 'wrongType', 'tenant'],
      [`${plot}/list`, 'unknownField', 'size'],
    ],
  },
  {
    what: 'a role that nobody has',
    changes: [['registers/visit/correct/by/role', ['warden', 'beekeeper']]],
    problems: [[`${visit}/correct/by/role`, 'unknownRole', 'beekeeper']],
  },
  {
    what: 'an organ to be in that is a person',
    changes: [['registers/fault/life/acts/submit/by/in', 'person']],
    problems: [[`${fault}/life/acts/submit/by/in`, 'wrongType', 'person']],
  },
  {
    what: 'enforcement opened to a body that coordinates',
    changes: [
      ['registers/visit/create/by/role', ['warden', 'steward']],
      ['registers/fault/life/acts/notify/by', { role: 'steward' }],
    ],
    problems: [
      [`${visit}/create/by/role`, 'coordinatingBody', 'steward'],
      [`${fault}/life/acts/notify/by/role`, 'coordinatingBody', 'steward'],
    ],
  },
  {
    what: 'a step to a state that does not exist, and corrections in another',
    changes: [
      ['registers/fault/life/acts/sendBack/to', 'refused'],
      ['registers/fault/correct/freeIn', ['fresh']],
    ],
    problems: [
      [`${fault}/correct/freeIn`, 'unknownState', 'fresh'],
      [`${fault}/life/acts/sendBack`, 'unknownState', 'refused'],
    ],
  },
  {
    what: 'a step out of the state that ends all',
    changes: [['registers/fault/life/acts/reopen/from', ['verified', 'withdrawn']]],
    problems: [[`${fault}/life/acts/reopen`, 'unknownState', 'withdrawn']],
  },
  {
    what: 'a state that nothing leads to',
    changes: [
      ['registers/fault/life/acts/strikeOff'],
      ['words/zh/act.fault.strikeOff'],
      ['words/en/act.fault.strikeOff'],
    ],
    problems: [[`${fault}/life/states`, 'unreachable', 'struckOff']],
  },
  {
    what: 'another hand than in an act that does not exist',
    changes: [['registers/fault/life/acts/verify/notBy', 'mend']],
    problems: [[`${fault}/life/acts/verify/notBy`, 'unknownAct', 'mend']],
  },
  {
    what: 'a running number that somebody is asked for',
    changes: [['registers/fault/life/acts/submit/asks', ['after', 'number', 'receipt']]],
    problems: [
      [`${fault}/life/acts/submit`, 'wrongType', 'number'],
      [`${fault}/life/acts/submit`, 'unknownField', 'receipt'],
    ],
  },
  {
    what: 'a condition on the day of a figure, where there is no figure',
    changes: [['registers/fault/life/acts/extend/when', { due: { before: 'asOf' } }]],
    problems: [[`${fault}/life/acts/extend/when`, 'badFilter', 'asOf']],
  },
  {
    what: 'a figure of a register, by a date and over a field that are not there or no numbers',
    changes: [
      ['indicators/visits', { count: 'walk', unit: '次' }],
      ['indicators/people', { sum: 'visit', of: 'notes', on: 'came', unit: '人次' }],
      ['indicators/plotsVisited', { distinct: 'visit', of: 'people', on: 'visitedOn', unit: '块' }],
    ],
    problems: [
      ['allotment/indicators/visits', 'unknownRegister', 'walk'],
      ['allotment/indicators/people/on', 'unknownField', 'came'],
      ['allotment/indicators/people/of', 'wrongType', 'notes'],
      ['allotment/indicators/plotsVisited/of', 'wrongType', 'people'],
    ],
  },
  {
    what: 'a rate of a rate, of nothing, and with half a decimal',
    changes: [['indicators/mendedRate', { ratio: ['seriousRate', 'fixed'], unit: '%', decimals: 0.5 }]],
    problems: [
      ['allotment/indicators/mendedRate/ratio', 'wrongType', 'seriousRate'],
      ['allotment/indicators/mendedRate/ratio', 'unknownIndicator', 'fixed'],
      ['allotment/indicators/mendedRate', 'wrongValue', 'decimals'],
    ],
  },
  {
    what: 'filters that name an option that is not in the list',
    changes: [
      ['indicators/seriousFaults/where', { grade: ['serious', 'grave'] }],
      ['registers/fault/life/acts/mendAtOnce/when', { not: { grade: 'grave' } }],
    ],
    problems: [
      [`${fault}/life/acts/mendAtOnce/when`, 'badFilter', 'grave'],
      ['allotment/indicators/seriousFaults/where', 'badFilter', 'grave'],
    ],
  },
  {
    what: 'filters of figures that say nothing, or speak of the day under "any"',
    changes: [
      ['indicators/wateredPlots/where', { watered: 'wet' }],
      ['indicators/overdueFaults/where', { any: [{ due: { before: 'asOf' } }] }],
    ],
    problems: [
      ['allotment/indicators/wateredPlots/where', 'badFilter', 'watered'],
      ['allotment/indicators/overdueFaults/where', 'badFilter', 'asOf'],
    ],
  },
  {
    what: 'a figure without a unit',
    changes: [['indicators/harvest/unit', ''], ['words/en/unit.千克']],
    problems: [['allotment/indicators/harvest/unit', 'empty']],
  },
  {
    what: 'a sentence that prints what is not there, in one language',
    changes: [['words/en/report.season.faultsText', '{faultsFound} faults, {=weather}, {bees}']],
    problems: [
      ['allotment/reports/season/blocks/6', 'unknownPlaceholder', 'weather'],
      ['allotment/reports/season/blocks/6', 'unknownPlaceholder', 'bees'],
    ],
  },
  {
    what: 'a report without a block',
    changes: [
      ['reports/winter', { blocks: [] }],
      ['words/zh/report.winter', '冬季小结'],
      ['words/en/report.winter', 'Winter summary'],
    ],
    problems: [['allotment/reports/winter', 'empty']],
  },
  {
    what: 'a renamed field whose old word stayed behind',
    changes: [['words/zh/field.plot.watered'], ['words/zh/field.plot.water', '通水']],
    problems: [
      ['allotment/words/zh/field.plot.watered', 'missingWord', 'field.plot.watered'],
      ['allotment/words/zh/field.plot.water', 'deadWord', 'field.plot.water'],
    ],
  },
]

// Typed by the code, so that a new code without a case here does not compile.
const codes: Record<PackProblemCode, true> = {
  notJson: true,
  badId: true,
  reservedId: true,
  ownedTwice: true,
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
  unreachable: true,
  coordinatingBody: true,
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
