import { register } from '@anzhi/engine/pack'

// 谁检查谁负责: whoever found it hands it over and looks again. The office does so for what it found itself.
const finder = { role: ['inspector', 'office'], in: 'foundBy' as const }
const office = { role: 'office' }

/** 隐患: found, given to an organ that answers for it, put right, looked at again, struck off. */
export const hazard = register({
  title: '{number} {what}',
  axes: { foundBy: 'foundBy', owner: 'owner' },
  fields: {
    number: { type: 'serial', format: 'YH-{year}-{n:5}', search: true },
    what: { type: 'longText', required: true, max: 1_000, search: true },
    site: { type: 'ref', to: 'site', required: true },
    spot: { type: 'text' },
    grade: { type: 'choice', options: 'hazard-grade', required: true, tracked: true },
    // 判定依据: the clause of the sector's standard by which a hazard is major.
    basis: { type: 'text' },
    foundOn: { type: 'date', required: true, notAfter: 'today', backdate: 30 },
    foundBy: { type: 'organ', required: true },
    inspection: { type: 'ref', to: 'inspection' },
    supervisionVisit: { type: 'ref', to: 'supervisionVisit' },
    before: { type: 'files', accept: 'image' },
    // 五落实: 责任 (owner, person), 措施, 资金, 时限, 预案.
    owner: { type: 'organ', tracked: true },
    person: { type: 'person' },
    measures: { type: 'longText' },
    funds: { type: 'money' },
    due: { type: 'deadline', tracked: true, notBefore: 'foundOn' },
    emergencyPlan: { type: 'longText' },
    submittedOn: { type: 'date', notBefore: 'foundOn', notAfter: 'today' },
    after: { type: 'files', accept: 'image' },
    result: { type: 'longText' },
    verifiedOn: { type: 'date', notBefore: 'foundOn', notAfter: 'today', backdate: 30 },
    struckOffOn: { type: 'date', notBefore: 'foundOn', notAfter: 'today' },
  },
  create: { by: finder, dates: 'foundOn' },
  correct: {
    by: finder,
    // Not the grade: changing it is an act of its own, after which the hazard is handed over anew.
    fields: [
      ...(['what', 'site', 'spot', 'basis', 'foundOn', 'inspection', 'supervisionVisit', 'before'] as const),
      ...(['owner', 'person', 'measures', 'funds', 'due', 'emergencyPlan'] as const),
      ...(['submittedOn', 'after', 'result', 'verifiedOn', 'struckOffOn'] as const),
    ],
    freeIn: ['found'],
  },
  withdraw: { by: finder },
  life: {
    // 复查合格 and 销号 are two states: put right, and closed by the office.
    states: ['found', 'notified', 'submitted', 'verified', 'struckOff'],
    acts: {
      fixOnSpot: {
        from: 'found',
        to: 'verified',
        by: { role: 'inspector', in: 'foundBy' },
        when: { grade: 'general' },
        asks: ['after'],
        takes: ['result'],
        dates: 'verifiedOn',
      },
      notify: {
        from: 'found',
        to: 'notified',
        by: finder,
        when: { grade: 'general' },
        needs: ['owner', 'person', 'measures', 'due'],
        takes: ['funds', 'emergencyPlan'],
      },
      notifyMajor: {
        from: 'found',
        to: 'notified',
        by: finder,
        when: { grade: 'major' },
        needs: ['basis', 'owner', 'person', 'measures', 'funds', 'due', 'emergencyPlan'],
      },
      regrade: {
        from: ['found', 'notified', 'submitted'],
        to: 'found',
        by: finder,
        asks: ['grade', 'reason'],
        takes: ['basis'],
      },
      extend: { from: 'notified', to: 'notified', by: finder, asks: ['due', 'reason'] },
      submit: {
        from: 'notified',
        to: 'submitted',
        by: { role: 'handler', in: 'owner' },
        asks: ['after'],
        takes: ['result', 'funds'],
        dates: 'submittedOn',
      },
      sendBack: { from: 'submitted', to: 'notified', by: finder, asks: ['reason'] },
      verify: {
        from: 'submitted',
        to: 'verified',
        by: finder,
        notBy: 'submit',
        dates: 'verifiedOn',
      },
      strikeOff: { from: 'verified', to: 'struckOff', by: office, dates: 'struckOffOn' },
      reopen: {
        from: ['verified', 'struckOff'],
        to: 'notified',
        by: office,
        needs: ['owner', 'person', 'measures'],
        asks: ['due', 'reason'],
        // It is wrong again: the evidence and the days of the first time stay in the history only.
        clears: ['after', 'result', 'submittedOn', 'verifiedOn', 'struckOffOn'],
      },
    },
  },
  list: {
    columns: ['number', 'what', 'site', 'grade', 'state', 'owner', 'due'],
    filters: ['state', 'grade', 'foundBy', 'owner', 'foundOn', 'due', 'site'],
    order: ['-foundOn', 'number'],
  },
})
