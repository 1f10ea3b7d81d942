import type { Broken } from './broken.ts'

const season = 'allotment/reports/season'
const forms = 'allotment/forms'
const slots = 'reports/season/slots'

/** What can be wrong with the slots, claims and clauses of a report, and with forms. */
export const brokenDocuments: Broken[] = [
  {
    what: 'slots of a register, a date, a filter, an order and a field that are not there or not right',
    changes: [
      [`${slots}/harvestDay/from`, 'fair'],
      [`${slots}/firstFault/on`, 'what'],
      [`${slots}/firstFault/order`, ['seenOn', '-plot', 'state']],
      [`${slots}/lastRound/order`, ['picked', 'teams']],
      [`${slots}/lastRound/where`, { kind: 'stroll' }],
      [`${slots}/lastRound/show`, '{plot} {weather}'],
      [`${slots}/overdue/where`, { any: [{ due: { before: 'asOf' } }] }],
    ],
    problems: [
      [`${season}/slots/harvestDay`, 'unknownRegister', 'fair'],
      [`${season}/slots/firstFault/on`, 'wrongType', 'what'],
      [`${season}/slots/firstFault/order`, 'unknownField', 'seenOn'],
      [`${season}/slots/firstFault/order`, 'wrongType', 'plot'],
      [`${season}/slots/lastRound/where`, 'badFilter', 'stroll'],
      [`${season}/slots/lastRound/order`, 'wrongType', 'picked'],
      [`${season}/slots/lastRound/order`, 'wrongType', 'teams'],
      [`${season}/slots/lastRound/show`, 'unknownField', 'weather'],
      [`${season}/slots/overdue/where`, 'badFilter', 'asOf'],
    ],
  },
  {
    what: 'a first without an order, one with 等, one ordered by five fields, and one that prints nothing of its record',
    changes: [
      [`${slots}/firstFault/order`],
      [`${slots}/lastRound/etc`, 3],
      [`${slots}/overdue/order`, ['due', 'grade', 'foundOn', 'number', 'what']],
      [`${slots}/harvestDay/show`, '采收日'],
    ],
    problems: [
      [`${season}/slots/harvestDay/show`, 'empty'],
      [`${season}/slots/firstFault/order`, 'empty'],
      [`${season}/slots/lastRound`, 'wrongValue', 'etc'],
      [`${season}/slots/overdue/order`, 'wrongValue', 'what'],
    ],
  },
  {
    what: 'a slot with the name of one that every report has, and a slot and a claim that nothing prints',
    changes: [
      [`${slots}/organ`, { from: 'plot', take: 'only', show: '{name}' }],
      [
        'reports/season/claims/dry',
        { when: { plots: 0 }, says: 'report.season.lent', otherwise: 'report.season.rate' },
      ],
      ...(['zh', 'en'] as const).flatMap((language): Broken['changes'] => [
        [`words/${language}/slot.season.organ`, 'organ'],
        [`words/${language}/claim.season.dry`, 'dry'],
        [`words/${language}/report.season.opening`, '{=from}'],
      ]),
    ],
    problems: [
      [`${season}/slots/organ`, 'reservedId', 'organ'],
      [`${season}/slots/organ`, 'unreachable', 'organ'],
      [`${season}/claims/dry`, 'unreachable', 'dry'],
    ],
  },
  {
    what: 'conditions that read no figure, no number, or nothing',
    changes: [
      ['reports/season/claims/onTime/when', { any: [{ bees: 0 }, { plots: 'many' }, { not: {} }] }],
      ['reports/season/blocks/9/clauses/1/when', { takings: { over: 5 }, all: [] }],
      ['reports/season/blocks/10/clauses/1/when', {}],
    ],
    problems: [
      [`${season}/claims/onTime/when`, 'badCondition', 'plots'],
      [`${season}/claims/onTime/when`, 'badCondition', 'not'],
      [`${season}/claims/onTime/when`, 'unknownIndicator', 'bees'],
      [`${season}/blocks/9/clauses/1/when`, 'badCondition', 'takings'],
      [`${season}/blocks/9/clauses/1/when`, 'badCondition', 'all'],
      [`${season}/blocks/10/clauses/1/when`, 'badCondition', 'when'],
    ],
  },
  {
    what: 'figures with names that conditions use',
    changes: [
      ['indicators/any', { count: 'plot', unit: '块' }],
      ['words/zh/indicator.any', '任一'],
      ['words/en/indicator.any', 'any'],
    ],
    problems: [['allotment/indicators/any', 'reservedId', 'any']],
  },
  {
    what: 'blocks without a sentence, headings of clauses, and plain sentences that are counted',
    changes: [
      ['reports/season/blocks/10', { kind: 'paragraph', clauses: [] }],
      ['reports/season/blocks/9/kind', 'heading2'],
      ['reports/season/blocks/7/numbered', true],
      ['reports/season/blocks/7/join', 'stop'],
      ...(['zh', 'en'] as const).flatMap((language): Broken['changes'] => [
        [`words/${language}/report.season.lent`],
        [`words/${language}/report.season.rate`],
      ]),
    ],
    problems: [
      [`${season}/blocks/7`, 'wrongValue', 'numbered'],
      [`${season}/blocks/7`, 'wrongValue', 'join'],
      [`${season}/blocks/9`, 'wrongValue', 'clauses'],
      [`${season}/blocks/10`, 'empty'],
    ],
  },
  {
    what: 'more numbered clauses than there are numbers',
    changes: [
      [
        'reports/season/blocks/9/clauses',
        Array.from({ length: 11 }, () => ({ text: 'report.season.harvested' })),
      ],
      ...(['zh', 'en'] as const).flatMap((language): Broken['changes'] =>
        ['earned', 'called', 'mostlyMended'].map((clause) => [`words/${language}/report.season.${clause}`]),
      ),
    ],
    problems: [[`${season}/blocks/9`, 'wrongValue', 'numbered']],
  },
  {
    what: 'a clause that prints a slot and a claim that are not there, and a claim that prints itself',
    changes: [
      ['words/zh/report.season.harvested', '采收于{=weather}，{?sunny}'],
      ['words/en/report.season.onTime', '{?onTime}'],
    ],
    problems: [
      [`${season}/blocks/9/clauses/0`, 'unknownPlaceholder', 'weather'],
      [`${season}/blocks/9/clauses/0`, 'unknownPlaceholder', 'sunny'],
      [`${season}/claims/onTime`, 'unknownPlaceholder', 'onTime'],
    ],
  },
  {
    what: 'a slot, a claim and a column without their names',
    changes: [
      ['words/zh/slot.season.overdue'],
      ['words/en/claim.season.onTime'],
      ['words/en/form.kinds.column.times'],
    ],
    problems: [
      ['allotment/words/zh/slot.season.overdue', 'missingWord', 'slot.season.overdue'],
      ['allotment/words/en/claim.season.onTime', 'missingWord', 'claim.season.onTime'],
      ['allotment/words/en/form.kinds.column.times', 'missingWord', 'form.kinds.column.times'],
    ],
  },
  {
    what: 'a head with columns of too many and too few levels, two of one name, and a group of none',
    changes: [
      ['forms/monthly/columns/1/columns/1/levels', 1],
      ['forms/monthly/columns/2/levels', 3],
      ['forms/monthly/columns/3/id', 'plots'],
      ['forms/kinds/columns', []],
      ['forms/year/columns/2', { id: 'left', columns: [] }],
      ...(['zh', 'en'] as const).flatMap((language): Broken['changes'] => [
        [`words/${language}/form.monthly.column.remarks`],
        [`words/${language}/form.kinds.column.times`],
        [`words/${language}/form.kinds.column.people`],
      ]),
    ],
    problems: [
      [`${forms}/monthly/columns/visiting/reached`, 'wrongValue', 'levels'],
      [`${forms}/monthly/columns/mending/faults`, 'wrongValue', 'levels'],
      [`${forms}/monthly/columns/mending/rate`, 'wrongValue', 'levels'],
      [`${forms}/monthly/columns/plots`, 'nameTaken', 'plots'],
      [`${forms}/year/columns/left`, 'empty'],
      [`${forms}/kinds`, 'empty'],
    ],
  },
  {
    what: 'columns whose figures are not there, or cannot be told apart by the rows',
    changes: [
      ['forms/monthly/columns/0/axis', 'organ'],
      ['forms/monthly/columns/2/columns/1/cell', 'seriousness'],
      ['forms/kinds/rows/options', 'plot-kind'],
      ['forms/kinds/columns/1/field', 'weather'],
      ['forms/kinds/columns/0/cell', ['visits', 'leaflets']],
    ],
    problems: [
      [`${forms}/monthly/columns/plots`, 'unknownAxis', 'organ'],
      [`${forms}/monthly/columns/mending/rate`, 'unknownIndicator', 'seriousness'],
      [`${forms}/kinds/columns/times`, 'wrongType', 'kind'],
      [`${forms}/kinds/columns/times`, 'wrongType', 'leaflets'],
      [`${forms}/kinds/columns/people`, 'unknownField', 'weather'],
      [`${forms}/kinds/columns/people`, 'unknownField', 'weather'],
    ],
  },
  {
    what: 'rows along an axis that leads to two kinds of records, and rows along one that no figure takes',
    changes: [
      ['forms/monthly/columns/0/axis', 'section'],
      ['forms/kinds/rows', { axis: 'organ' }],
      ['forms/kinds/columns', [{ id: 'times' }, { id: 'people' }]],
    ],
    problems: [
      [`${forms}/monthly/rows`, 'wrongType', 'organ'],
      [`${forms}/kinds/rows`, 'empty'],
    ],
  },
  {
    what: 'rows by a list that is not there',
    changes: [
      ['forms/kinds/rows', { options: 'weather', field: 'kind' }],
      ['forms/kinds/columns', [{ id: 'times' }, { id: 'people' }]],
    ],
    problems: [[`${forms}/kinds/rows`, 'unknownOptions', 'weather']],
  },
  {
    what: 'totals of different things, of rates, of a stock by month and of what grows through the year',
    changes: [
      ['forms/monthly/columns/1/columns/1/total', 'sum'],
      ['forms/monthly/columns/1/columns/0/columns/0/axis', 'teams'],
      ['forms/monthly/columns/2/columns/1/total', 'sum'],
      ['forms/monthly/columns/0', { id: 'plots', cell: 'tidiness', total: 'sum' }],
      ['forms/year/columns/1/total', 'sum'],
      ['forms/year/columns/2/total', 'sum'],
    ],
    problems: [
      // What an organ states of itself as a share.
      [`${forms}/monthly/columns/plots`, 'wrongValue', 'total'],
      // A visit of two teams stands in two rows.
      [`${forms}/monthly/columns/visiting/visits/visitsNow`, 'wrongValue', 'total'],
      [`${forms}/monthly/columns/visiting/reached`, 'wrongValue', 'total'],
      [`${forms}/monthly/columns/mending/rate`, 'wrongValue', 'total'],
      [`${forms}/year/columns/foundSoFar`, 'wrongValue', 'total'],
      [`${forms}/year/columns/left`, 'wrongValue', 'total'],
    ],
  },
  {
    what: 'totals over several options of one record, and of nothing',
    changes: [
      ['forms/kinds/rows', { options: 'tool-use', field: 'uses' }],
      [
        'forms/kinds/columns',
        [
          { id: 'times', cell: 'tools', total: 'sum' },
          { id: 'people', total: 'none' },
        ],
      ],
    ],
    problems: [
      [`${forms}/kinds/columns/times`, 'wrongValue', 'total'],
      [`${forms}/kinds/columns/people`, 'wrongValue', 'total'],
    ],
  },
  {
    what: 'fixed rows of one name that miss a column or fill another, and columns that speak of rows they do not have',
    changes: [
      [
        'forms/stock/rows/fixed',
        [
          { id: 'byWeight', cells: { pieces: 'tools', price: 'heldByWeight' } },
          { id: 'byWeight', cells: { pieces: 'tools', amount: null } },
        ],
      ],
      [
        'forms/stock/columns/0',
        { id: 'pieces', cell: 'tools', total: 'recompute', axis: 'garden', field: 'uses' },
      ],
      ...(['zh', 'en'] as const).map((language): Broken['changes'][number] => [
        `words/${language}/form.stock.row.byVolume`,
      ]),
    ],
    problems: [
      [`${forms}/stock/rows/byWeight`, 'empty', 'amount'],
      [`${forms}/stock/rows/byWeight`, 'unknownColumn', 'price'],
      [`${forms}/stock/rows/byWeight`, 'nameTaken', 'byWeight'],
      [`${forms}/stock/columns/pieces`, 'wrongValue', 'cell'],
      [`${forms}/stock/columns/pieces`, 'wrongValue', 'axis'],
      [`${forms}/stock/columns/pieces`, 'wrongValue', 'field'],
      [`${forms}/stock/columns/pieces`, 'wrongValue', 'total'],
    ],
  },
  {
    what: 'fixed rows of which there are none',
    changes: [
      ['forms/stock/rows/fixed', []],
      ['forms/stock/columns/0', { id: 'pieces' }],
      ...(['zh', 'en'] as const).flatMap((language): Broken['changes'] => [
        [`words/${language}/form.stock.row.byWeight`],
        [`words/${language}/form.stock.row.byVolume`],
      ]),
    ],
    problems: [[`${forms}/stock/rows`, 'empty']],
  },
]
