import { administratorRole, register } from '@anzhi/engine/pack'

/** 园具: what stands in the sheds. Every garden has its own, and everybody may look where one is to be had. */
export const tool = register({
  was: 'implement',
  title: '{label} {name}',
  axes: { garden: 'garden' },
  open: true,
  fields: {
    // As it is painted on the tool; whoever looks for it writes it as they like.
    label: { type: 'documentNumber', search: true },
    name: { type: 'text', required: true, max: 60, search: true },
    garden: { type: 'organ', required: true },
    uses: { type: 'choices', options: 'tool-use', tracked: true },
    // Kilograms.
    weight: { type: 'decimal', decimals: 3, min: 0, max: 2_000 },
    reach: { type: 'quantity', units: ['米'], decimals: 2 },
    // Compost by weight, lime wash by volume, pegs by the piece.
    held: { type: 'quantity', units: ['千克', '升', '只'], tracked: true },
    balance: { type: 'quantity', units: 'tool-measure', decimals: 0, negative: true },
    keptAt: { type: 'place', within: 'plot' },
    maker: { type: 'creditCode', search: true },
    call: { type: 'phone', search: true },
    lentTo: { type: 'party' },
    lentFor: { type: 'ref', to: ['visit', 'fault'] },
    lentAt: { type: 'dateTime', notAfter: 'today' },
    borrower: { type: 'identityNumber' },
    usedFrom: { type: 'month' },
    serviced: { type: 'quarter', notAfter: 'today' },
  },
  create: { by: { role: [administratorRole, 'steward', 'warden'] } },
  correct: { by: { role: ['steward', 'warden'] }, freeIn: ['recorded'] },
  withdraw: { by: { role: 'steward' } },
  list: {
    columns: ['label', 'name', 'garden', 'uses', 'weight', 'held', 'keptAt', 'lentTo', 'lentAt'],
    filters: ['garden', 'uses', 'keptAt', 'weight', 'reach', 'lentAt', 'usedFrom', 'serviced', 'label'],
    order: ['label', 'name'],
  },
})
