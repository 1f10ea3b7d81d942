import type { Demonstration, DemonstrationAct } from '../demo/load.ts'

const link = (key: string) => ({ id: `@${key}` })

function organ(key: string, name: string, rank: number, parent?: string): DemonstrationAct {
  const values = { name, rank, ...(parent === undefined ? {} : { parent: link(parent) }) }
  return { as: 'server', register: 'organ', record: key, act: 'create', day: '2022-01-01', values }
}

function person(key: string, name: string, organ: string): DemonstrationAct {
  const values = { name, organ: link(organ) }
  return { as: 'server', register: 'person', record: key, act: 'create', day: '2022-01-01', values }
}

function plot(key: string, code: string, garden: string): DemonstrationAct {
  const values = { code, kind: 'vegetable', garden: link(garden), area: 40, watered: true }
  return { as: 'server', register: 'plot', record: key, act: 'create', day: '2022-01-01', values }
}

const account = (userName: string, roles: string[]) => ({
  userName,
  roles,
  person: userName,
  password: 'garden-gate-2022',
})

/**
 * The people of the tests. 林晚 is the steward of the whole garden; 何田 (east) and 白露 (west) are wardens,
 * 周禾 (east) and 陶然 (west) gardeners; 秦朗 keeps the accounts.
 */
export const garden: Demonstration = {
  today: '2022-10-31',
  district: { id: '990901', name: '青禾园区' },
  office: 'office',
  accounts: [
    account('lin', ['steward']),
    account('he', ['warden']),
    account('bai', ['warden']),
    account('zhou', ['gardener']),
    account('tao', ['gardener']),
    account('qin', ['administrator']),
  ],
  acts: [
    organ('office', '园务处', 1),
    organ('east', '东园', 2, 'office'),
    organ('west', '西园', 3, 'office'),
    organ('east-team', '东园修缮组', 4, 'east'),
    person('lin', '林晚', 'office'),
    person('he', '何田', 'east'),
    person('bai', '白露', 'west'),
    person('zhou', '周禾', 'east-team'),
    person('tao', '陶然', 'west'),
    person('qin', '秦朗', 'office'),
    plot('plot-1', 'D-01', 'east'),
    plot('plot-2', 'D-02', 'east'),
    plot('plot-3', 'X-01', 'west'),
    // Somebody has to have acted by name, so that the accounts are there.
    {
      as: 'lin',
      register: 'plot',
      record: 'plot-1',
      act: 'correct',
      day: '2022-01-02',
      values: { name: '井边' },
    },
  ],
}
