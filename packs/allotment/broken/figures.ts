import type { Broken } from './broken.ts'

/** What can be wrong with figures, reports and words. */
export const brokenFigures: Broken[] = [
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
    what: 'changes of a change, of what is not there, and in points of what is no rate',
    changes: [
      ['indicators/peopleChange/change', 'visitsChange'],
      ['indicators/mendedRateChange/change', 'fixed'],
      ['indicators/openFaultsChange/as', 'points'],
    ],
    problems: [
      ['allotment/indicators/peopleChange/change', 'wrongType', 'visitsChange'],
      ['allotment/indicators/openFaultsChange/as', 'wrongValue', 'points'],
      ['allotment/indicators/mendedRateChange/change', 'unknownIndicator', 'fixed'],
    ],
  },
  {
    what: 'goals of nothing, of a goal, and a rate of a change',
    changes: [
      ['indicators/harvestReached/goal', '0'],
      ['indicators/visitsReached', { target: 'harvestReached', goal: '1,000', decimals: 7 }],
      ['words/zh/indicator.visitsReached', '巡园完成率'],
      ['words/en/indicator.visitsReached', 'visits reached'],
      ['indicators/seriousRate/ratio', ['visitsChange', 'faultsFound']],
    ],
    problems: [
      ['allotment/indicators/harvestReached/goal', 'wrongValue', '0'],
      ['allotment/indicators/seriousRate/ratio', 'wrongType', 'visitsChange'],
      ['allotment/indicators/visitsReached/target', 'wrongType', 'harvestReached'],
      ['allotment/indicators/visitsReached/goal', 'wrongValue', '1,000'],
      ['allotment/indicators/visitsReached', 'wrongValue', 'decimals'],
    ],
  },
  {
    what: 'numbers that come from nowhere, that are rates and added up, and that have no unit',
    changes: [
      ['indicators/leaflets/sources', []],
      ['indicators/waterButts/unit', ''],
      ['indicators/tidiness/alone'],
      // What may not be stated is no option of a statement, so nothing else is wrong.
    ],
    problems: [
      ['allotment/indicators/leaflets/sources', 'empty'],
      ['allotment/indicators/waterButts/unit', 'empty'],
      ['allotment/indicators/tidiness/alone', 'wrongValue', '%'],
    ],
  },
  {
    what: 'records of nobody in particular that an organ may state, a stated mean, and what is never counted',
    changes: [
      ['indicators/faultsOpen/axis'],
      ['indicators/attendance/axis', 'garden'],
      ['indicators/meanTakings/sources', ['counted', 'stated']],
      ['indicators/plotsTended/sources', ['stated']],
    ],
    problems: [
      ['allotment/indicators/meanTakings/sources', 'wrongValue', 'stated'],
      ['allotment/indicators/meanTakings/axis', 'empty'],
      ['allotment/indicators/attendance/axis', 'unknownField', 'garden'],
      ['allotment/indicators/plotsTended/sources', 'wrongValue', 'counted'],
      ['allotment/indicators/faultsOpen/axis', 'empty'],
    ],
  },
  {
    what: 'plots named by what is not there, by what names none, and within days of nothing',
    changes: [
      ['indicators/unvisitedPlots/where/lacks', { register: 'walk', by: 'plot' }],
      [
        'indicators/troubledPlots/where',
        {
          has: { register: 'fault', by: 'owner', on: 'remedy', where: { grade: 'grave' } },
          lacks: [
            { register: 'visit', by: 'plot', within: { days: 0 } },
            { register: 'visit', by: 'plots', where: { visitedOn: { upTo: 'asOf' } } },
          ],
        },
      ],
    ],
    problems: [
      ['allotment/indicators/unvisitedPlots/where/lacks', 'unknownRegister', 'walk'],
      ['allotment/indicators/troubledPlots/where/has/by', 'wrongType', 'owner'],
      ['allotment/indicators/troubledPlots/where/has/on', 'wrongType', 'remedy'],
      ['allotment/indicators/troubledPlots/where/has/where', 'badFilter', 'grave'],
      ['allotment/indicators/troubledPlots/where/lacks/on', 'empty'],
      ['allotment/indicators/troubledPlots/where/lacks/within', 'wrongValue', 'days'],
      ['allotment/indicators/troubledPlots/where/lacks/by', 'unknownField', 'plots'],
      ['allotment/indicators/troubledPlots/where/lacks/where', 'badFilter', 'asOf'],
    ],
  },
  {
    what: 'ranks of a rank, along an axis that is not there, and in an order that is none',
    changes: [
      ['indicators/overdueRank/rank', 'mendedRank'],
      ['indicators/mendedRank/axis', 'garden'],
    ],
    problems: [
      ['allotment/indicators/mendedRank/axis', 'unknownField', 'garden'],
      ['allotment/indicators/overdueRank/rank', 'wrongType', 'mendedRank'],
    ],
  },
  {
    what: 'rows of what has none, sums of no number in them, and filters of rows that are not counted',
    changes: [
      ['indicators/cropsPicked/each', 'people'],
      ['indicators/fruitBaskets/of', 'picked.crop'],
      ['indicators/fruitBaskets/whereRow', { crop: { under: 'wine' } }],
      ['indicators/plotsPicked/of', 'picked.baskets'],
      ['indicators/visits/whereRow', { crop: 'herb' }],
    ],
    problems: [
      ['allotment/indicators/visits/whereRow', 'wrongValue'],
      ['allotment/indicators/cropsPicked/each', 'wrongType', 'people'],
      ['allotment/indicators/fruitBaskets/of', 'wrongType', 'crop'],
      ['allotment/indicators/fruitBaskets/whereRow', 'badFilter', 'wine'],
      ['allotment/indicators/plotsPicked/of', 'wrongType', 'baskets'],
    ],
  },
  {
    what: 'a mean of a text, and one in another unit',
    changes: [
      ['indicators/meanTakings/of', 'notes'],
      ['indicators/heldMean', { mean: 'tool', of: 'held', unit: '斤', decimals: 1 }],
      ['words/zh/indicator.heldMean', '平均存量'],
      ['words/en/indicator.heldMean', 'mean held'],
    ],
    problems: [
      ['allotment/indicators/meanTakings/of', 'wrongType', 'notes'],
      ['allotment/indicators/heldMean/unit', 'wrongValue', '斤'],
    ],
  },
  {
    what: 'filters that name an option that is not in the list',
    changes: [
      ['indicators/seriousFaults/where', { grade: ['serious', 'grave'] }],
      ['registers/fault/life/acts/mendAtOnce/when', { not: { grade: 'grave' } }],
    ],
    problems: [
      ['allotment/registers/fault/life/acts/mendAtOnce/when', 'badFilter', 'grave'],
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
    what: 'sums of what has another unit, or of what is no number',
    changes: [
      ['indicators/heldByVolume/unit', '斤'],
      ['indicators/toolWeight/of', 'keptAt'],
      ['indicators/plotsWithTools/of', 'uses'],
    ],
    problems: [
      ['allotment/indicators/toolWeight/of', 'wrongType', 'keptAt'],
      ['allotment/indicators/heldByVolume/unit', 'wrongValue', '斤'],
      ['allotment/indicators/plotsWithTools/of', 'wrongType', 'uses'],
    ],
  },
  {
    what: 'filters of amounts in several units, and of several options in an order',
    changes: [
      ['indicators/tools/where', { held: { upTo: '5' } }],
      ['indicators/toolWeight/where', { uses: { from: 'dig' } }],
      ['indicators/diggingTools/where', { uses: ['dig', 'mow'], label: { has: '〔〕' } }],
    ],
    problems: [
      ['allotment/indicators/tools/where', 'badFilter', 'held'],
      ['allotment/indicators/toolWeight/where', 'badFilter', 'uses'],
      ['allotment/indicators/diggingTools/where', 'badFilter', 'label'],
    ],
  },
  {
    what: 'a filter that names an option of several that is not in the list',
    changes: [['indicators/diggingTools/where', { uses: ['dig', 'mow'] }]],
    problems: [['allotment/indicators/diggingTools/where', 'badFilter', 'mow']],
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
  {
    what: 'filters that ask of rows, links and options what they cannot be asked',
    changes: [
      ['indicators/fruitVisits/where', { picked: { some: { crop: { under: 'weed' }, weight: 3 } } }],
      ['indicators/jointVisits/where', { teams: { size: { most: 3 } } }],
      ['indicators/smallVisits/where', { people: { size: 3 } }],
      ['indicators/harvest/where', { teams: { some: { link: null } } }],
      ['indicators/visits/where', { picked: { some: { ripeOn: { before: 'asOf' } } } }],
      ['indicators/seriousFaults/where', { what: { under: 'tap' } }],
    ],
    problems: [
      ['allotment/indicators/visits/where', 'badFilter', 'asOf'],
      ['allotment/indicators/harvest/where', 'badFilter', 'teams'],
      ['allotment/indicators/smallVisits/where', 'badFilter', 'people'],
      ['allotment/indicators/jointVisits/where', 'badFilter', 'teams'],
      ['allotment/indicators/fruitVisits/where', 'badFilter', 'picked.weight'],
      ['allotment/indicators/seriousFaults/where', 'badFilter', 'what'],
    ],
  },
]
