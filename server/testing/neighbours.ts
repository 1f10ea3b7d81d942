import type { Demonstration } from '../demo/load.ts'

const office = { id: '@far-office' }
const setUp = { as: 'server', act: 'create', day: '2022-01-01' } as const
const account = (userName: string, roles: string[]) => ({
  userName,
  roles,
  person: userName,
  password: 'garden-gate-2022',
})

/** Another district in the same house: 高远 is its steward, 莫问 its warden. They know nothing of 青禾园区, nor it of them. */
export const neighbours: Demonstration = {
  today: '2022-10-31',
  district: { id: '990902', name: '远山园区' },
  office: 'far-office',
  accounts: [account('gao', ['steward']), account('mo', ['warden'])],
  acts: [
    { ...setUp, register: 'organ', record: 'far-office', values: { name: '远山园务处', rank: 1 } },
    { ...setUp, register: 'person', record: 'gao', values: { name: '高远', organ: office } },
    { ...setUp, register: 'person', record: 'mo', values: { name: '莫问', organ: office } },
    {
      ...setUp,
      register: 'plot',
      record: 'far-plot',
      values: { code: 'Y-01', kind: 'herb', garden: office },
    },
  ],
}
