import { register } from '@anzhi/engine/pack'

/** 租约: a plot given to somebody for a time. What it costs is what the plot cost on the day. */
export const lease = register({
  title: '{plot} {tenant}',
  axes: { garden: 'garden' },
  fields: {
    plot: { type: 'ref', to: 'plot', required: true },
    garden: { type: 'organ', copy: 'plot.garden' },
    rent: { type: 'money', copy: 'plot.rent' },
    tenant: { type: 'person', required: true },
    startsOn: { type: 'date', required: true },
    endsOn: { type: 'date', notBefore: 'startsOn' },
    endedOn: { type: 'date', notAfter: 'today' },
  },
  create: {
    by: { role: 'steward' },
    // A greenhouse stays with the garden.
    linked: { plot: { state: 'recorded', kind: ['vegetable', 'herb', 'orchard'] } },
  },
  // One plot, one tenant at a time.
  unique: [{ fields: ['plot'], within: ['startsOn', 'endsOn'] }],
  correct: { by: { role: 'steward' }, freeIn: ['running'] },
  withdraw: { by: { role: 'steward' } },
  life: {
    states: ['running', 'ended'],
    acts: {
      end: {
        from: 'running',
        to: 'ended',
        by: { role: 'steward' },
        dates: 'endedOn',
        // Somebody has to see that the plot is left clean.
        makes: [
          {
            register: 'letter',
            values: {
              subject: { value: '退租清园' },
              sender: 'garden',
              addressee: 'garden',
              plot: 'plot',
            },
            when: { garden: { known: true } },
          },
        ],
      },
    },
  },
  list: {
    columns: ['plot', 'tenant', 'rent', 'state', 'startsOn', 'endsOn'],
    filters: ['state', 'plot', 'garden'],
    order: ['-startsOn'],
  },
})
