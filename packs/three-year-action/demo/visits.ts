import { addDays } from '@anzhi/engine/calendar'
import type { Chance } from './chance.ts'
import { workday } from './days.ts'
import { at, type DemoAct } from './demo.ts'
import { majorFindings, regraded } from './major-findings.ts'
import { type Site, sites } from './sites.ts'

/** One visit of one site on one day. */
export interface Visit {
  key: string
  day: string
  site: Site
  organ: string
  kind: string
}

const visitsPlanned = 52
// The last three sites are never visited.
const visited = sites.slice(0, -3)
const kinds = ['plan', 'special', 'random', 'plan', 'joint', 'unannounced', 'special']

export function siteOf(key: string): Site {
  const site = sites.find((one) => one.key === key)
  if (site === undefined) throw new Error(`no site ${key}`)
  return site
}

/** Who inspects a sort of site: the organ whose field it is, now and then the township of a small place. */
function inspectorOf(site: Site, n: number): string {
  if (n % 6 === 4 && ['smallVenue', 'market', 'compound'].includes(site.kind)) return site.township
  if (['industry', 'chemicals', 'fireworks', 'mining', 'storage'].includes(site.sector)) return 'emergency'
  if (site.sector === 'construction' || site.kind === 'compound' || site.key === 'gas-depot') return 'housing'
  if (['roadTransport', 'roadTraffic'].includes(site.sector)) return 'transport'
  if (['specialEquipment', 'gas'].includes(site.sector)) return 'market'
  if (site.topics.includes('lift') && n % 2 === 1) return 'market'
  return 'fire'
}

/** Inspections spread over the year. */
export function plannedInspections({ between }: Chance): Visit[] {
  return Array.from({ length: visitsPlanned }, (_, n): Visit => {
    const day = workday(addDays('2022-01-05', Math.floor((n * 293) / visitsPlanned) + between(0, 3)))
    const site = visited[(n * 7) % visited.length]!
    return {
      key: `inspection-${n + 1}`,
      day,
      site,
      organ: inspectorOf(site, n),
      kind: kinds[n % kinds.length]!,
    }
  })
}

/** One for each major hazard that was found. */
export function specialInspections(): Visit[] {
  return [...majorFindings, regraded].map(({ site, foundOn, finder }, n): Visit => {
    const key = `inspection-${visitsPlanned + n + 1}`
    return { key, day: foundOn, site: siteOf(site), organ: finder, kind: 'special' }
  })
}

export function inspectionAct({ key, day, site, organ, kind }: Visit, n: number): DemoAct {
  const inspectors = 2 + (n % 3 === 2 ? 1 : 0)
  const people = inspectors + (n % 5 === 2 ? 3 : n % 2)
  const way = { joint: '会同属地联合检查', unannounced: '不打招呼直奔现场' }[kind] ?? '按检查方案逐项检查'
  const notes = `${way}，查看安全管理台账和重点部位。`
  const values = { site: at(site.key), inspectedOn: day, organ: at(organ), kind, inspectors, people, notes }
  return { as: organ, register: 'inspection', record: key, act: 'create', day, values }
}

/** 督导: the office with the vice head of the district, at an organ and a site of its. */
export const supervisions = [
  {
    key: 'supervision-1',
    day: '2022-01-25',
    subject: 'hecong',
    site: 'fireworks-hecong',
    about: '春节前烟花爆竹安全管理',
  },
  {
    key: 'supervision-2',
    day: '2022-04-28',
    subject: 'commerce',
    site: 'mall',
    about: '“五一”前人员密集场所安全管理',
  },
  {
    key: 'supervision-3',
    day: '2022-06-16',
    subject: 'housing',
    site: 'building-sewer',
    about: '汛期在建工程安全管理',
  },
  {
    key: 'supervision-4',
    day: '2022-09-28',
    subject: 'zheting',
    site: 'market-zheting',
    about: '国庆节前市场消防安全',
  },
]

export function supervisionAct({ key, day, subject, site, about }: (typeof supervisions)[number]): DemoAct {
  const led = { ledBy: at('lu-yunheng'), people: 6, findings: `督导${about}，现场向被督导单位反馈问题。` }
  const values = { visitedOn: day, organ: at('office'), subject: at(subject), site: at(site), ...led }
  return { as: 'office', register: 'supervisionVisit', record: key, act: 'create', day, values }
}
