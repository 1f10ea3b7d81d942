import { register } from '@anzhi/engine/pack'

/** 园函: what one part of the garden writes to another, sent by somebody else than who drafted it, and answered. */
export const letter = register({
  title: '{number} {subject}',
  axes: { from: 'sender', to: 'addressee' },
  backdate: 10,
  fields: {
    number: { type: 'documentNumber', search: true, ours: { word: '园函', kind: 'letter', organ: 'sender' } },
    subject: { type: 'longText', required: true, max: 200, search: true },
    sender: { type: 'organ', required: true },
    addressee: { type: 'organ', required: true },
    // 抄送: each of them gets a letter of its own.
    alsoTo: { type: 'organs' },
    plot: { type: 'ref', to: 'plot' },
    // As it was when the letter was drafted.
    plotKind: { type: 'choice', options: 'plot-kind', copy: 'plot.kind' },
    sentOn: { type: 'date', notAfter: 'today' },
    answeredOn: { type: 'date', notBefore: 'sentOn', notAfter: 'today' },
    answeredBy: { type: 'ref', to: 'visit' },
    reply: { type: 'longText' },
  },
  create: {
    by: [{ role: ['warden', 'gardener'], in: 'sender' }, { role: 'steward' }],
    takes: ['subject', 'sender', 'addressee', 'alsoTo', 'plot'],
  },
  correct: {
    by: { role: ['warden', 'gardener', 'steward'] },
    fields: ['subject', 'plot'],
    freeIn: ['draft'],
  },
  withdraw: { by: { role: ['warden', 'gardener', 'steward'] } },
  life: {
    states: ['draft', 'sent', 'answered'],
    acts: {
      send: {
        from: 'draft',
        to: 'sent',
        by: { role: ['gardener', 'warden'], in: 'sender' },
        // Two more look at it before it goes out.
        approval: [
          { id: 'check', by: [{ role: 'warden' }] },
          { id: 'sign', by: { role: 'steward' } },
        ],
        dates: 'sentOn',
        issues: 'number',
        makes: [
          {
            each: 'alsoTo',
            register: 'letter',
            values: { subject: 'subject', sender: 'sender', addressee: { each: true }, plot: 'plot' },
          },
        ],
      },
      answer: {
        from: 'sent',
        to: 'answered',
        by: { role: ['warden', 'gardener'], in: 'addressee' },
        notBy: ['create', 'send', 'sendSign'],
        takes: ['reply', 'answeredBy'],
        dates: 'answeredOn',
      },
    },
  },
  list: {
    columns: ['number', 'subject', 'sender', 'addressee', 'plot', 'state', 'sentOn'],
    filters: ['state', 'sender', 'addressee', 'sentOn'],
    order: ['-sentOn', 'number'],
  },
})
