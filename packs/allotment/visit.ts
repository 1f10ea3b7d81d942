import { register } from '@anzhi/engine/pack'

/** 巡园: something that happened on a day. It is recorded and stays so; its sums are what counts. */
export const visit = register({
  title: '{visitedOn} {plot}',
  // Who comes along from another garden sees the visit too.
  axes: { organ: 'organ', teams: 'teams' },
  tagged: true,
  fields: {
    visitedOn: { type: 'date', required: true, notAfter: 'today', backdate: 30 },
    plot: { type: 'ref', to: 'plot', required: true },
    organ: { type: 'organ', required: true },
    kind: { type: 'choice', options: 'visit-kind', required: true },
    teams: { type: 'organs', max: 9 },
    helpers: { type: 'persons' },
    people: { type: 'integer', required: true, min: 1, max: 500 },
    // Kilograms.
    harvest: { type: 'integer', min: 0 },
    // What was carried home, crop by crop.
    picked: {
      type: 'rows',
      max: 30,
      fields: {
        crop: { type: 'choice', options: 'crop', required: true },
        baskets: { type: 'integer', min: 1 },
        worth: { type: 'money' },
        plot: { type: 'ref', to: 'plot' },
        sownOn: { type: 'date', notAfter: 'ripeOn' },
        ripeOn: { type: 'date', notAfter: 'today' },
      },
    },
    // What all of it was worth, and how the season goes by it.
    worth: { type: 'derived', as: { type: 'money' }, from: { sum: 'picked.worth' } },
    // What the stall took, less what was paid back: it may fall below nothing.
    takings: { type: 'money', negative: true },
    season: {
      type: 'derived',
      as: { type: 'choice', options: 'visit-season' },
      from: { threshold: { harvest: { poor: 0, fair: 10, rich: 40 }, takings: { fair: 50, rich: 200.5 } } },
      tracked: true,
    },
    notes: { type: 'longText' },
    photos: { type: 'files', accept: 'image', max: 6 },
    answers: { type: 'ref', to: 'letter' },
    // Found out at the weighing in autumn, never on the day itself.
    weighedOn: { type: 'date', notBefore: 'visitedOn' },
  },
  create: {
    by: { role: 'warden', in: 'organ' },
    dates: 'visitedOn',
    takes: [
      ...(['plot', 'organ', 'teams', 'helpers', 'kind', 'people'] as const),
      ...(['harvest', 'picked', 'takings', 'notes', 'photos', 'answers'] as const),
    ],
    // Stands for what a coordinating body must leave to others: the steward may not do it.
    enforcement: true,
    // A letter that asked for the visit is answered by it.
    linked: { answers: { state: 'sent' } },
    also: [
      {
        on: 'answers',
        act: 'answer',
        values: { answeredOn: 'visitedOn', answeredBy: { record: true }, reply: 'notes' },
      },
    ],
  },
  correct: { by: { role: ['warden', 'steward'] } },
  withdraw: { by: { role: ['warden'], in: 'organ' } },
  list: {
    columns: ['visitedOn', 'plot', 'organ', 'teams', 'kind', 'people', 'harvest', 'takings'],
    filters: ['visitedOn', 'organ', 'teams', 'kind'],
    order: ['-visitedOn', 'plot'],
  },
})
