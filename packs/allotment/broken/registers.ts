import type { Broken } from './broken.ts'

const plot = 'allotment/registers/plot'
const visit = 'allotment/registers/visit'
const fault = 'allotment/registers/fault'

/** What can be wrong with a pack as a whole, its lists and its registers. */
export const brokenRegisters: Broken[] = [
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
      ['extends', {}],
      ['indicators', {}],
      ['reports', {}],
      ['forms', {}],
      ['roles', {}],
      ['options', {}],
      ['renamed'],
      ['clocks', {}],
      ['calendar'],
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
    what: 'an option with a comma, which sets several of them apart',
    changes: [
      ['options/tool-measure', ['bag', 'crate', 'bag,large']],
      ['words/zh/option.tool-measure.bag,large', '大袋'],
      ['words/en/option.tool-measure.bag,large', 'large bags'],
    ],
    problems: [['allotment/options/tool-measure', 'badId', 'bag,large']],
  },
  {
    what: 'several options, units, parts of a place and registers that are not there',
    changes: [
      ['registers/tool/fields/uses/options', 'craft'],
      ['registers/tool/fields/balance/units', 'weights'],
      ['registers/tool/fields/keptAt/within', 'shed'],
      ['registers/tool/fields/lentFor/to', ['visit', 'fair', 'fault']],
      ['indicators/bagsOwed', { count: 'tool', unit: '件' }],
      ['words/zh/unit.bag'],
      ['words/en/unit.bag'],
      ['indicators/diggingTools', { count: 'tool', unit: '件' }],
    ],
    problems: [
      ['allotment/registers/tool/fields/uses', 'unknownOptions', 'craft'],
      ['allotment/registers/tool/fields/balance', 'unknownOptions', 'weights'],
      ['allotment/registers/tool/fields/keptAt', 'unknownRegister', 'shed'],
      ['allotment/registers/tool/fields/lentFor', 'unknownRegister', 'fair'],
    ],
  },
  {
    what: 'half a decimal, and a place in nothing',
    changes: [
      ['registers/tool/fields/weight/decimals', 1.5],
      ['registers/tool/fields/keptAt/within', 7],
    ],
    problems: [
      [
        'allotment/registers/tool/fields/weight/decimals',
        'wrongShape',
        'Invalid input: expected int, received number',
      ],
      [
        'allotment/registers/tool/fields/keptAt/within',
        'wrongShape',
        'Invalid input: expected string, received number',
      ],
    ],
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
    what: 'two fields that would be one column',
    changes: [
      ['registers/plot/fields/gardenId', { type: 'text' }],
      ['words/zh/field.plot.gardenId', '园号'],
      ['words/en/field.plot.gardenId', 'Garden number'],
    ],
    problems: [[`${plot}/fields/gardenId`, 'nameTaken', 'gardenId']],
  },
  {
    what: 'words that the notation does not have, and a part of the wrong kind',
    changes: [
      ['registers/plot/fields/area/maximum', 5],
      ['registers/plot/colour', 'green'],
      ['registers/plot/fields/watered/required', 'yes'],
    ],
    problems: [
      [`${plot}/fields/area`, 'wrongShape', 'maximum'],
      [`${plot}/fields/watered/required`, 'wrongShape', 'Invalid input: expected boolean, received string'],
      [plot, 'wrongShape', 'colour'],
    ],
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
    problems: [
      [`${plot}/fields/kind`, 'unknownOptions', 'soil'],
      // What takes it over has another list.
      ['allotment/registers/letter/fields/plotKind/copy', 'wrongType', 'kind'],
    ],
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
    what: 'a tree of another register, one that forgets its days, and somebody to be given to who is a place',
    changes: [
      ['registers/section/tree', 'name'],
      ['registers/plot/tree', 'neighbour'],
      ['registers/fault/assigned', 'plot'],
      ['registers/visit/tree', 'above'],
    ],
    problems: [
      ['allotment/registers/section/tree', 'wrongType', 'name'],
      [`${plot}/tree`, 'wrongValue', 'tracked'],
      [`${visit}/tree`, 'unknownField', 'above'],
      [`${fault}/assigned`, 'wrongType', 'plot'],
    ],
  },
  {
    what: 'additions to a register that is not there, over what is declared, and wrong in themselves',
    changes: [
      ['extends/greenhouse', { fields: {} }],
      [
        'extends/organ',
        {
          by: 'beekeeper',
          fields: { name: { type: 'text' }, hive: { type: 'ref', to: 'hive' } },
          acts: { move: { from: 'active', to: 'active', by: { role: 'steward' } } },
        },
      ],
      ['extends/division/acts/survey/to', 'surveyed'],
      ['extends/file', { by: 'steward' }],
      ['extends/plot', { fields: {} }],
    ],
    problems: [
      ['allotment/extends/organ/fields/hive', 'unknownRegister', 'hive'],
      ['allotment/extends/division/acts/survey', 'unknownState', 'surveyed'],
      ['allotment/extends/greenhouse', 'unknownRegister', 'greenhouse'],
      ['allotment/extends/organ/fields/name', 'ownedTwice', 'name'],
      ['allotment/extends/organ/acts/move', 'ownedTwice', 'move'],
      ['allotment/extends/organ/by', 'unknownRole', 'beekeeper'],
      ['allotment/extends/file/by', 'wrongValue', 'by'],
      ['allotment/extends/plot', 'unknownRegister', 'plot'],
      ['allotment/words/zh/field.organ.hive', 'missingWord', 'field.organ.hive'],
      ['allotment/words/en/field.organ.hive', 'missingWord', 'field.organ.hive'],
    ],
  },
  {
    what: 'campaigns for what belongs to none, by a rule that cannot be read, and taken over from a text',
    changes: [
      ['registers/plot/tagRules', [{ scope: 'watering', where: { watered: true } }]],
      ['registers/plot/carries', 'neighbour'],
      ['registers/visit/tagged', { by: { role: 'beekeeper' } }],
      ['registers/fault/tagRules', [{ scope: 'Storm damage', where: { size: 3 } }]],
      ['registers/fault/carries', 'what'],
    ],
    problems: [
      [`${plot}/tagRules`, 'wrongValue', 'tagged'],
      [`${plot}/carries`, 'wrongValue', 'tagged'],
      [`${plot}/carries`, 'wrongType', 'neighbour'],
      [`${visit}/tagged/by/role`, 'unknownRole', 'beekeeper'],
      [`${fault}/tagRules/0`, 'badId', 'Storm damage'],
      [`${fault}/tagRules/0`, 'badFilter', 'size'],
      [`${fault}/carries`, 'wrongType', 'what'],
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
    what: 'a step that empties what must be known, or what it was just given',
    changes: [['registers/fault/life/acts/reopen/clears', ['what', 'due', 'after', 'receipt']]],
    problems: [
      [`${fault}/life/acts/reopen/clears`, 'wrongValue', 'what'],
      [`${fault}/life/acts/reopen/clears`, 'wrongValue', 'due'],
      [`${fault}/life/acts/reopen/clears`, 'unknownField', 'receipt'],
    ],
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
    what: 'rows in rows, rows without fields, and what a row cannot say',
    changes: [
      ['registers/visit/fields/picked/fields/plot', { type: 'rows', fields: {} }],
      ['registers/visit/fields/picked/fields/worth/tracked', true],
      ['registers/visit/fields/picked/fields/baskets/search', true],
      ['registers/visit/fields/picked/fields/baskets/default', 1],
      ['registers/visit/fields/picked/fields/ripeOn/backdate', 3],
      ['registers/visit/fields/picked/fields/crop/type', 'weed'],
      ['indicators/fruitVisits', { count: 'visit', unit: '次' }],
    ],
    problems: [
      [`${visit}/fields/picked/fields/baskets`, 'wrongValue', 'search'],
      [`${visit}/fields/picked/fields/baskets`, 'wrongValue', 'default'],
      [`${visit}/fields/picked/fields/worth`, 'wrongValue', 'tracked'],
      [`${visit}/fields/picked/fields/plot`, 'wrongType', 'rows'],
      [`${visit}/fields/picked/fields/ripeOn`, 'wrongValue', 'backdate'],
      [`${visit}/fields/picked/fields/crop`, 'unknownType', 'weed'],
      [`${visit}/fields/picked/fields/plot/fields`, 'empty'],
      ['allotment/indicators/fruitBaskets/whereRow', 'badFilter', 'crop'],
      ['allotment/indicators/plotsPicked/of', 'wrongType', 'plot'],
    ],
  },
  {
    what: 'rows that name what is not there, and a row that would have one column twice',
    changes: [
      ['registers/visit/fields/picked/fields/crop/options', 'weeds'],
      ['registers/visit/fields/picked/fields/sownOn/notAfter', 'visitedOn'],
      ['registers/visit/fields/picked/fields/plotId', { type: 'text' }],
      ['registers/visit/fields/picked/fields/n', { type: 'integer' }],
      ['words/zh/field.visit.picked.plotId', '地块号'],
      ['words/en/field.visit.picked.plotId', 'Plot number'],
      ['words/zh/field.visit.picked.n', '序号'],
      ['words/en/field.visit.picked.n', 'Number'],
      ['indicators/fruitVisits', { count: 'visit', unit: '次' }],
    ],
    problems: [
      [`${visit}/fields/picked/fields/crop`, 'unknownOptions', 'weeds'],
      [`${visit}/fields/picked/fields/sownOn`, 'unknownField', 'visitedOn'],
      [`${visit}/fields/picked/fields/plotId`, 'nameTaken', 'plotId'],
      [`${visit}/fields/picked/fields/n`, 'nameTaken', 'n'],
    ],
  },
  {
    what: 'several links with a history by the day, too many of them, in a title and as an order',
    changes: [
      ['registers/visit/fields/teams/tracked', true],
      ['registers/visit/fields/teams/max', 0],
      ['registers/visit/fields/helpers/default', [{ id: null, text: '张某' }]],
      ['registers/visit/fields/helpers/search', true],
      ['registers/visit/fields/picked/min', 31],
      ['registers/visit/title', '{visitedOn} {teams}'],
      ['registers/visit/list/order', ['-picked', 'teams']],
    ],
    problems: [
      [`${visit}/fields/teams`, 'wrongValue', 'tracked'],
      [`${visit}/fields/teams`, 'wrongValue', 'max'],
      [`${visit}/fields/helpers`, 'wrongValue', 'search'],
      [`${visit}/fields/helpers`, 'wrongValue', 'default'],
      [`${visit}/fields/picked`, 'wrongValue', 'max'],
      [`${visit}/title`, 'wrongType', 'teams'],
      [`${visit}/list/order`, 'wrongType', 'picked'],
      [`${visit}/list/order`, 'wrongType', 'teams'],
    ],
  },
  {
    what: 'parts in a table that another register has',
    changes: [
      ['registers/plot/fields/papersSpan', { type: 'persons' }],
      ['registers/plot/fields/span', { type: 'organs' }],
      ['words/zh/field.plot.papersSpan', '租约人'],
      ['words/en/field.plot.papersSpan', 'Lease holders'],
      ['words/zh/field.plot.span', '跨越'],
      ['words/en/field.plot.span', 'Spans'],
    ],
    problems: [[`${plot}/fields/span`, 'nameTaken', 'span']],
  },
  {
    what: 'options under one that is not in the list, and paths that lead nowhere',
    changes: [['options/crop', ['fruit/apple', 'fruit/plum', 'leaf', 'leaf/', '/chard', 'leaf/chard']]],
    problems: [
      ...['fruit/apple', 'fruit/plum', 'leaf/', '/chard'].map((option): [string, 'badId', string] => [
        'allotment/options/crop',
        'badId',
        option,
      ]),
      ['allotment/indicators/fruitVisits/where', 'badFilter', 'fruit'],
      ['allotment/indicators/fruitBaskets/whereRow', 'badFilter', 'fruit'],
      ...(['zh', 'en'] as const).flatMap((language): Broken['problems'] => [
        [`allotment/words/${language}/option.crop.leaf/`, 'missingWord', 'option.crop.leaf/'],
        [`allotment/words/${language}/option.crop./chard`, 'missingWord', 'option.crop./chard'],
        [`allotment/words/${language}/option.crop.fruit`, 'deadWord', 'option.crop.fruit'],
      ]),
    ],
  },
  {
    what: 'values that follow from what is not there, from what comes later, or from what they cannot',
    changes: [
      ['registers/visit/fields/worth/from', { sum: 'picked.price' }],
      ['registers/visit/fields/season/from', { threshold: { photos: { fair: 1, golden: 2 }, wares: {} } }],
      ['registers/fault/fields/worst/from', { highest: ['grade', 'what', 'fittings.wear', 'beside.link'] }],
      ['registers/plot/fields/leaseDays/from', { daysBetween: ['leasedFrom', 'rent'] }],
      ['indicators/richVisits', { count: 'visit', unit: '次' }],
    ],
    problems: [
      [`${plot}/fields/leaseDays/from`, 'wrongType', 'rent'],
      [`${visit}/fields/worth/from`, 'unknownField', 'picked.price'],
      [`${visit}/fields/season/from`, 'wrongType', 'photos'],
      [`${visit}/fields/season/from`, 'wrongValue', 'golden'],
      [`${visit}/fields/season/from`, 'unknownField', 'wares'],
      [`${fault}/fields/worst/from`, 'wrongType', 'what'],
      [`${fault}/fields/worst/from`, 'wrongType', 'beside.link'],
    ],
  },
  {
    what: 'values that follow as something they cannot be, and that somebody is asked for',
    changes: [
      ['registers/visit/fields/worth/as', { type: 'integer', required: true }],
      ['registers/visit/fields/worth/default', '1.00'],
      ['registers/plot/fields/leaseDays/as', { type: 'text' }],
      ['registers/fault/fields/worst/as/options', 'wear'],
      ['registers/fault/life/acts/submit/takes', ['cost', 'fittings', 'worst']],
      ['registers/fault/life/acts/verify/needs', ['worst']],
      ['registers/visit/fields/season/from', { threshold: {} }],
      ['indicators/pickedWorth', { count: 'visit', unit: '次' }],
    ],
    problems: [
      [`${plot}/fields/leaseDays/as`, 'wrongType', 'text'],
      [`${visit}/fields/worth/as`, 'wrongValue', 'required'],
      [`${visit}/fields/worth/from`, 'wrongValue', 'integer'],
      [`${visit}/fields/worth/default`, 'wrongValue', 'default'],
      [`${visit}/fields/season/from`, 'empty'],
      [`${fault}/fields/worst/as`, 'unknownOptions', 'wear'],
      [`${fault}/fields/worst/from`, 'wrongType', 'grade'],
      [`${fault}/fields/worst/from`, 'wrongType', 'fittings.wear'],
      [`${fault}/life/acts/submit`, 'wrongType', 'worst'],
    ],
  },
  {
    what: 'values that follow from one another in the wrong order, and one among the fields of a row',
    changes: [
      ['registers/visit/fields/season/from', { threshold: { season: { fair: 1 }, worth: { rich: 1 } } }],
      [
        'registers/visit/fields/picked/fields/worth',
        { type: 'derived', as: { type: 'money' }, from: { sum: 'picked.baskets' } },
      ],
      ['registers/visit/fields/worth/from', { sum: 'picked.baskets' }],
    ],
    problems: [
      [`${visit}/fields/picked/fields/worth`, 'wrongType', 'derived'],
      [`${visit}/fields/picked/fields/worth/from`, 'unknownField', 'picked'],
      [`${visit}/fields/season/from`, 'wrongType', 'season'],
    ],
  },
]
