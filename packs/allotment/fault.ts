import { register } from '@anzhi/engine/pack'

const found = { role: 'warden', in: 'foundBy' } as const

/** 园地毛病: a broken tap, a leaning trellis. It is found, given to somebody, mended, looked at and struck off. */
export const fault = register({
  title: '{number} {what}',
  axes: { foundBy: 'foundBy', owner: 'owner' },
  fields: {
    number: { type: 'serial', format: 'YD-{year}-{n}', search: true },
    what: { type: 'longText', required: true, max: 500, search: true },
    plot: { type: 'ref', to: 'plot', required: true },
    visit: { type: 'ref', to: 'visit' },
    grade: { type: 'choice', options: 'fault-grade', required: true, tracked: true },
    foundOn: { type: 'date', required: true, notAfter: 'today', backdate: 30 },
    foundBy: { type: 'organ', required: true },
    before: { type: 'files', accept: 'image', max: 9 },
    owner: { type: 'organ', tracked: true },
    person: { type: 'person' },
    remedy: { type: 'longText' },
    cost: { type: 'money' },
    due: { type: 'deadline', tracked: true, notBefore: 'foundOn' },
    mendedOn: { type: 'date', notBefore: 'foundOn', notAfter: 'today' },
    after: { type: 'files', accept: 'image', max: 9 },
    verifiedOn: { type: 'date', notBefore: 'foundOn', notAfter: 'today', backdate: 15 },
    struckOffOn: { type: 'date', notAfter: 'today' },
  },
  create: { by: found, dates: 'foundOn' },
  correct: { by: { role: ['warden', 'steward'] }, freeIn: ['found'] },
  withdraw: { by: { role: ['warden', 'steward'] } },
  life: {
    states: ['found', 'notified', 'submitted', 'verified', 'struckOff'],
    acts: {
      mendAtOnce: {
        from: 'found',
        to: 'verified',
        by: found,
        when: { grade: 'minor' },
        asks: ['after'],
        dates: 'verifiedOn',
      },
      notify: {
        from: 'found',
        to: 'notified',
        by: found,
        needs: ['owner', 'person', 'due'],
        takes: ['remedy', 'cost'],
        enforcement: true,
      },
      extend: {
        from: 'notified',
        to: 'notified',
        by: { role: 'steward' },
        when: { not: { due: { known: false } } },
        asks: ['due', 'reason'],
      },
      submit: {
        from: 'notified',
        to: 'submitted',
        by: { role: 'gardener', in: 'owner' },
        asks: ['after'],
        takes: ['cost'],
        dates: 'mendedOn',
      },
      sendBack: { from: 'submitted', to: 'notified', by: found, asks: ['reason'] },
      verify: {
        from: 'submitted',
        to: 'verified',
        by: { role: ['warden', 'steward'] },
        notBy: 'submit',
        dates: 'verifiedOn',
      },
      strikeOff: { from: 'verified', to: 'struckOff', by: { role: 'steward' }, dates: 'struckOffOn' },
      reopen: {
        from: ['verified', 'struckOff'],
        to: 'notified',
        by: { role: 'steward' },
        needs: ['owner', 'person'],
        asks: ['reason', 'due'],
        clears: ['after', 'mendedOn', 'verifiedOn', 'struckOffOn'],
      },
    },
  },
  list: {
    columns: ['number', 'what', 'grade', 'state', 'foundBy', 'owner', 'due'],
    filters: ['state', 'grade', 'foundBy', 'owner', 'foundOn', 'due'],
    order: ['-foundOn', 'number'],
  },
})
