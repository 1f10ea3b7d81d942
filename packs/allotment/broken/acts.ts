import type { Broken } from './broken.ts'

const visit = 'allotment/registers/visit'
const plot = 'allotment/registers/plot'
const lease = 'allotment/registers/lease'
const letter = 'allotment/registers/letter'

/** What can be wrong with what acts ask of other records and do to them. */
export const brokenActs: Broken[] = [
  {
    what: 'a right of several that names nobody and no organ',
    changes: [['registers/letter/create/by', [{ role: 'beekeeper' }, { role: 'warden', in: 'plot' }]]],
    problems: [
      [`${letter}/create/by/0/role`, 'unknownRole', 'beekeeper'],
      [`${letter}/create/by/1/in`, 'wrongType', 'plot'],
    ],
  },
  {
    what: 'several hands of which one is in no act',
    changes: [['registers/letter/life/acts/answer/notBy', ['create', 'post']]],
    problems: [[`${letter}/life/acts/answer/notBy`, 'unknownAct', 'post']],
  },
  {
    what: 'facts of a field that is no link, and of a state that is not there',
    changes: [['registers/lease/create/linked', { tenant: { state: 'gone' }, rent: {}, shed: {} }]],
    problems: [
      [`${lease}/create/linked/tenant`, 'badFilter', 'state'],
      [`${lease}/create/linked/rent`, 'wrongType', 'rent'],
      [`${lease}/create/linked/shed`, 'unknownField', 'shed'],
    ],
  },
  {
    what: 'looking back along what does not lead here',
    changes: [
      [
        'registers/plot/withdraw/without',
        [
          { register: 'shed', by: 'plot' },
          { register: 'lease', by: 'tenant' },
          { register: 'lease', by: 'house' },
          { register: 'lease', by: 'plot', where: { endsOn: { before: 'asOf' } } },
        ],
      ],
    ],
    problems: [
      [`${plot}/withdraw/without/0`, 'unknownRegister', 'shed'],
      [`${plot}/withdraw/without/1`, 'wrongType', 'tenant'],
      [`${plot}/withdraw/without/2`, 'unknownField', 'house'],
      [`${plot}/withdraw/without/3`, 'badFilter', 'asOf'],
    ],
  },
  {
    what: 'values taken over from nowhere, or from something of another kind',
    changes: [
      ['registers/lease/fields/rent/copy', 'plot.area'],
      ['registers/lease/fields/garden/copy', 'tenant'],
      ['registers/letter/fields/plotKind/copy', 'plot.colour'],
    ],
    problems: [
      [`${letter}/fields/plotKind/copy`, 'unknownField', 'colour'],
      [`${lease}/fields/garden/copy`, 'wrongValue', 'tenant'],
      [`${lease}/fields/rent/copy`, 'wrongType', 'area'],
    ],
  },
  {
    what: 'a field that is asked for though it is taken over',
    changes: [['registers/lease/life/acts/end/asks', ['rent']]],
    problems: [[`${lease}/life/acts/end`, 'wrongType', 'rent']],
  },
  {
    what: 'effects on nothing, by no act, with values that do not fit',
    changes: [
      [
        'registers/visit/create/also',
        [
          { on: 'people', act: 'answer' },
          { on: 'answers', act: 'burn' },
          {
            on: 'answers',
            act: 'answer',
            values: { reply: 'people', sentOn: 'visitedOn', stamp: { value: 1 }, answeredOn: 'day' },
          },
        ],
      ],
    ],
    problems: [
      [`${visit}/create/also/0`, 'wrongType', 'people'],
      [`${visit}/create/also/1/act`, 'unknownAct', 'burn'],
      [`${visit}/create/also/2/values/reply`, 'wrongType', 'reply'],
      [`${visit}/create/also/2/values/sentOn`, 'notTaken', 'sentOn'],
      [`${visit}/create/also/2/values/stamp`, 'unknownField', 'stamp'],
      [`${visit}/create/also/2/values/answeredOn`, 'unknownField', 'day'],
    ],
  },
  {
    what: 'records made in no register, and of what is not listed',
    changes: [
      [
        'registers/lease/life/acts/end/makes',
        [
          { register: 'poem', values: {} },
          { register: 'letter', each: 'rent', values: { addressee: { each: true } } },
          { register: 'letter', values: { addressee: { each: true } } },
        ],
      ],
    ],
    problems: [
      [`${lease}/life/acts/end/makes/0`, 'unknownRegister', 'poem'],
      [`${lease}/life/acts/end/makes/1/each`, 'wrongType', 'rent'],
      [`${lease}/life/acts/end/makes/2/values/addressee`, 'unknownField', 'null'],
    ],
  },
  {
    what: 'an act that comes back to itself through others',
    changes: [
      ['registers/letter/life/acts/answer/also', [{ on: 'answeredBy', act: 'note' }]],
      [
        'registers/visit/life',
        {
          states: ['recorded'],
          acts: {
            note: {
              from: 'recorded',
              to: 'recorded',
              by: { role: 'warden' },
              also: [{ on: 'answers', act: 'answer' }],
            },
          },
        },
      ],
      ['words/zh/act.visit.note', '记下'],
      ['words/en/act.visit.note', 'Note'],
      ['words/zh/state.visit.recorded', '在册'],
      ['words/en/state.visit.recorded', 'recorded'],
    ],
    problems: [
      [`${visit}/life/acts/note`, 'effectCycle', 'note'],
      [`${letter}/life/acts/answer`, 'effectCycle', 'answer'],
    ],
  },
  {
    what: 'enforcement that would follow from what is none',
    changes: [
      ['registers/letter/life/acts/answer/enforcement', true],
      ['registers/visit/create/enforcement', false],
      ['registers/lease/life/acts/end/makes', [{ register: 'fault', values: {} }]],
      ['registers/fault/create/enforcement', true],
    ],
    problems: [
      [`${visit}/create/also/0/act`, 'hiddenEnforcement', 'answer'],
      [`${lease}/life/acts/end/makes/0`, 'hiddenEnforcement', 'fault'],
    ],
  },
]
