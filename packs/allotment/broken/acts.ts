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
      [`${lease}/life/acts/end/makes/1/values/addressee`, 'wrongType', 'addressee'],
      [`${lease}/life/acts/end/makes/2/values/addressee`, 'unknownField', 'each'],
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
  {
    what: 'an approval by nobody, from several states, under a name that is taken',
    changes: [
      ['registers/letter/life/acts/send/from', ['draft', 'sent']],
      [
        'registers/letter/life/acts/send/approval',
        [
          { id: 'check', by: { role: 'beekeeper' } },
          { id: 'check', by: { role: 'steward' } },
          { id: 'id', by: { role: 'steward' } },
        ],
      ],
      ['registers/letter/life/acts/answer/approval', []],
      ['words/zh/act.letter.sendId', '。'],
      ['words/en/act.letter.sendId', '.'],
      ['words/zh/state.letter.sendId', '。'],
      ['words/en/state.letter.sendId', '.'],
      ['words/zh/act.letter.answerRefuse', '。'],
      ['words/en/act.letter.answerRefuse', '.'],
      ['words/zh/act.letter.sendSign'],
      ['words/en/act.letter.sendSign'],
      ['words/zh/state.letter.sendSign'],
      ['words/en/state.letter.sendSign'],
    ],
    problems: [
      [`${letter}/life/acts/send/approval`, 'wrongValue', 'from'],
      [`${letter}/life/acts/send/approval`, 'reservedId', 'id'],
      [`${letter}/life/acts/send/approval`, 'nameTaken', 'sendCheck'],
      [`${letter}/life/acts/answer/approval`, 'empty'],
      // What is asked for is not what is done.
      [`${visit}/create/also/0/values/answeredOn`, 'notTaken', 'answeredOn'],
      [`${letter}/life/acts/send/approval/by/0/role`, 'unknownRole', 'beekeeper'],
      [`${letter}/life/acts/answer/notBy`, 'unknownAct', 'sendSign'],
    ],
  },
  {
    what: 'a right in a state that is not there',
    changes: [['registers/letter/life/acts/answer/by', { role: 'warden', at: 'posted' }]],
    problems: [[`${letter}/life/acts/answer/by/at`, 'unknownState', 'posted']],
  },
  {
    what: 'an act with the name of one that every register has, and one that leads to where all ends',
    changes: [
      ['registers/letter/life/acts/remark', { from: 'sent', to: 'withdrawn', by: { role: 'steward' } }],
      ['words/zh/act.letter.remark', '备注'],
      ['words/en/act.letter.remark', 'Remark'],
    ],
    problems: [
      [`${letter}/life/acts/remark`, 'reservedId', 'remark'],
      [`${letter}/life/acts/remark`, 'unknownState', 'withdrawn'],
    ],
  },
  {
    what: 'a number given out in a field that has no series, and a series of no organ',
    changes: [
      ['registers/letter/life/acts/send/issues', 'subject'],
      ['registers/letter/fields/number/ours/organ', 'plot'],
      ['registers/visit/create/issues', 'receipt'],
    ],
    problems: [
      [`${visit}/create/issues`, 'unknownField', 'receipt'],
      [`${letter}/fields/number/ours`, 'wrongType', 'plot'],
      [`${letter}/life/acts/send/approval/1/issues`, 'wrongType', 'subject'],
    ],
  },
  {
    what: 'records compared in what is not there, has no one key or is no day',
    changes: [
      [
        'registers/lease/unique',
        [{ fields: ['plot', 'colour'] }, { fields: ['plot'], within: ['startsOn', 'tenant'] }],
      ],
      ['registers/tool/unique', [{ fields: ['uses'] }]],
      ['registers/tool/merge', { by: { role: 'beekeeper' } }],
    ],
    problems: [
      ['allotment/registers/tool/unique/0', 'wrongType', 'uses'],
      ['allotment/registers/tool/merge/by/role', 'unknownRole', 'beekeeper'],
      [`${lease}/unique/0`, 'unknownField', 'colour'],
      [`${lease}/unique/1`, 'wrongType', 'tenant'],
    ],
  },
]
