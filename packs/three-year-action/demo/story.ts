import { type Chance, chance } from './chance.ts'
import { today } from './days.ts'
import { at, type Demo, type DemoAct } from './demo.ts'
import { findingsOn, type Ordinary } from './findings.ts'
import { type HazardPlan, hazardActs, type Told, type Turn } from './hazard-story.ts'
import { type MajorFinding, majorFindings, regraded } from './major-findings.ts'
import { accounts, city, district, officeKey, placeActs } from './place.ts'
import { type Site, siteActs } from './sites.ts'
import {
  inspectionAct,
  plannedInspections,
  siteOf,
  specialInspections,
  supervisionAct,
  supervisions,
  type Visit,
} from './visits.ts'

const begin = '2022-01-01'
const seed = 20_221_031
const reopenedOne = 19
// Hazards found in one inspection, over and over.
const foundPerVisit = [1, 2, 1, 0, 2, 1, 2, 1, 2, 1]

/** Who answers for putting it right: the competent organ if it has somebody for that, otherwise the township. */
function ownerOf(site: Site, finder: string): string {
  const handles = ['housing', 'transport', 'market', 'education', 'commerce'].includes(site.competent)
  if (handles && site.competent !== finder) return site.competent
  return site.township === finder ? 'market' : site.township
}

function turnOf(n: number, foundOn: string, atOnce: boolean, { between }: Chance): Turn {
  if (n === reopenedOne) return 'reopened'
  if (n === 33 || n === 61) return 'withdrawn'
  if (atOnce) return between(1, 10) <= 6 ? 'onSpot' : 'usual'
  if (n % 3 === 1 && foundOn >= '2022-07-15') return 'ignored'
  if (n % 6 === 3) return 'sentBack'
  return n % 8 === 5 ? 'extended' : 'usual'
}

/** Faults in turn, topic by topic, so that no two sites show the same list. */
function faultFinder(): (site: Site) => Ordinary {
  const topicsUsed = new Map<string, number>()
  const shown = new Set<string>()
  const advance = (key: string): number => {
    const n = topicsUsed.get(key) ?? 0
    topicsUsed.set(key, n + 1)
    return n
  }
  return (site) => {
    for (let tries = 0; tries < 50; tries += 1) {
      const topic = site.topics[advance(`site ${site.key}`) % site.topics.length]!
      const findings = findingsOn(topic)
      const finding = findings[advance(`topic ${topic}`) % findings.length]!
      const fresh = !shown.has(site.key + finding.what)
      shown.add(site.key + finding.what)
      if (fresh) return finding
    }
    throw new Error(`${site.name} has shown all its faults`)
  }
}

function ordinaryPlans(slots: Visit[], luck: Chance): HazardPlan[] {
  const find = faultFinder()
  return slots.map(({ key, day, site, organ }, n): HazardPlan => {
    const { atOnce, ...finding } = find(site)
    const made = { key: `hazard-${n + 1}`, site, finder: organ, owner: ownerOf(site, organ), foundOn: day }
    const source = { [organ === 'office' ? 'supervisionVisit' : 'inspection']: at(key) }
    const turn = turnOf(n, day, atOnce, luck)
    const days = luck.pick(atOnce ? [3, 5, 7] : turn === 'extended' ? [15, 20] : [7, 10, 15, 15, 20, 30])
    // The office hands over what it sees: closing on the spot is for inspectors.
    const possible: Turn = organ === 'office' && turn === 'onSpot' ? 'usual' : turn
    return { ...made, ...finding, source, days, turn: possible, photographed: n % 3 === 0 }
  })
}

function majorPlan(finding: MajorFinding, { key }: Visit, n: number): HazardPlan {
  const { site: siteKey, finder, basis, funds, emergencyPlan, fate, ...rest } = finding
  const site = siteOf(siteKey)
  const turn: Turn = finding === regraded ? 'regraded' : 'usual'
  const course = { turn, upTo: fate, photographed: true, source: { inspection: at(key) } }
  const major = { basis, funds, emergencyPlan }
  return { ...rest, key: `major-${n + 1}`, site, finder, owner: ownerOf(site, finder), major, ...course }
}

/** Slips that were put right with a reason. */
function corrections(visits: Visit[]): DemoAct[] {
  return [7, 31].map((n) => {
    const { key, organ, day } = visits[n]!
    const values = { people: 6 }
    const reason = '漏记随行专家，按签到表更正出动人数'
    return { as: organ, register: 'inspection', record: key, act: 'correct', day, reason, values }
  })
}

/** The whole demonstration. It comes out the same every time. */
export function makeDemo(): Demo {
  const luck = chance(seed)
  const planned = plannedInspections(luck)
  const special = specialInspections()
  const visits = [...planned, ...special]
  const slots = [
    ...planned.flatMap((visit, n) => times(foundIn(visit, n), visit)),
    ...supervisions.flatMap(({ key, day, site }) =>
      times(2, { key, day, site: siteOf(site), organ: 'office', kind: '' }),
    ),
  ]
  const majors = [...majorFindings, regraded].map((finding, n) => majorPlan(finding, special[n]!, n))
  const plans = [...ordinaryPlans(slots, luck), ...majors]
  const told: Told[] = plans.map((plan) => hazardActs(plan, luck))
  const business = [
    ...visits.map(inspectionAct),
    ...supervisions.map(supervisionAct),
    ...corrections(visits),
    ...told.flatMap(({ acts }) => acts),
  ]
  return {
    today,
    city,
    district,
    office: officeKey,
    accounts,
    files: told.flatMap(({ files }) => files),
    acts: [...placeActs(begin), ...siteActs(begin), ...inOrder(business)],
  }
}

/** The last weeks found more, so that not everything is closed today. */
function foundIn({ day }: Visit, n: number): number {
  return day >= '2022-10-08' ? 4 : foundPerVisit[n % foundPerVisit.length]!
}

function times(count: number, visit: Visit): Visit[] {
  return Array<Visit>(count).fill(visit)
}

/** By the day; what is written first comes first on one day. */
function inOrder(acts: DemoAct[]): DemoAct[] {
  return acts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
