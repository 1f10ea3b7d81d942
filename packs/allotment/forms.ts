import type { FormSpec } from '@anzhi/engine/pack'

/** The tables that the gardens send up: one for every kind of rows. */
export const forms: Record<string, FormSpec> = {
  // 园区月报: a row for each garden; its figures go to a garden by the axis of their register.
  monthly: {
    rows: { axis: 'organ' },
    depth: 3,
    units: true,
    numbered: true,
    totals: 'first',
    columns: [
      { id: 'plots', cell: 'plots', axis: 'garden', total: 'sum' },
      {
        id: 'visiting',
        columns: [
          {
            id: 'visits',
            columns: [
              { id: 'visitsNow', cell: 'visits', total: 'sum' },
              { id: 'visitsYear', cell: 'visits', over: 'year', total: 'sum' },
            ],
          },
          { id: 'reached', levels: 2, cell: 'plotsVisited', total: 'recompute' },
        ],
      },
      {
        id: 'mending',
        levels: 2,
        columns: [
          { id: 'faults', cell: ['faultsMended', 'faultsFound'], axis: 'foundBy', total: 'sum' },
          { id: 'rate', cell: 'mendedRate', axis: 'foundBy', total: 'recompute' },
        ],
      },
      { id: 'remarks' },
    ],
  },
  // 全年进度: a row for each month.
  year: {
    rows: { months: 'year' },
    depth: 1,
    columns: [
      { id: 'found', cell: 'faultsFound', total: 'sum' },
      { id: 'foundSoFar', cell: 'faultsFound', over: 'year', total: 'none' },
      { id: 'left', cell: 'openFaults' },
    ],
  },
  // 巡园分类: a row for each kind.
  kinds: {
    rows: { options: 'visit-kind', field: 'kind' },
    depth: 1,
    columns: [
      { id: 'times', cell: 'visits', total: 'sum' },
      { id: 'people', cell: ['people', 'visits'], total: 'recompute' },
    ],
  },
  // 园具清单: rows that are written down, each with its own figures.
  stock: {
    rows: {
      fixed: [
        { id: 'byWeight', cells: { pieces: 'tools', amount: 'heldByWeight' } },
        { id: 'byVolume', cells: { pieces: null, amount: 'heldByVolume' } },
      ],
    },
    depth: 1,
    units: true,
    columns: [{ id: 'pieces', total: 'sum' }, { id: 'amount' }],
  },
}
