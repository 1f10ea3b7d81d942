import type { Demo, DemoAct } from './demo.ts'

/** What a reader with a pencil would count, from the acts alone. */
export interface Counted {
  inspectedSites: string
  inspections: string
  peopleSent: string
  hazardsFound: string
  majorHazards: string
  hazardsFixed: string
  fixedRate: string
  overdueHazards: string
}

const stateAfter: Record<string, string> = {
  create: 'found',
  fixOnSpot: 'verified',
  notify: 'notified',
  notifyMajor: 'notified',
  regrade: 'found',
  extend: 'notified',
  submit: 'submitted',
  sendBack: 'notified',
  verify: 'verified',
  strikeOff: 'struckOff',
  reopen: 'notified',
}

/** Counts the demonstration by hand, for a period and a day. It knows nothing of indicators or spans. */
export function countByHand(demo: Demo, from: string, to: string, asOf: string): Counted {
  const visits = storiesOf(demo, 'inspection').map((acts) => valuesOf(acts))
  const made = visits.filter(({ inspectedOn }) => within(inspectedOn, from, to))
  const hazards = storiesOf(demo, 'hazard').map((acts) => hazardOn(acts, asOf))
  const found = hazards.filter(({ foundOn }) => within(foundOn, from, to) && foundOn <= asOf)
  const fixed = found.filter(({ open }) => !open).length
  return {
    inspectedSites: String(new Set(made.map(({ site }) => JSON.stringify(site))).size),
    inspections: String(made.length),
    peopleSent: String(made.reduce((sum, { people }) => sum + (people as number), 0)),
    hazardsFound: String(found.length),
    majorHazards: String(found.filter(({ grade }) => grade === 'major').length),
    hazardsFixed: String(fixed),
    fixedRate: ((fixed / found.length) * 100).toFixed(2),
    overdueHazards: String(hazards.filter(({ open, due }) => open && due !== undefined && due < asOf).length),
  }
}

function within(day: unknown, from: string, to: string): boolean {
  return typeof day === 'string' && from <= day && day <= to
}

/** The acts of every record of a register that was not withdrawn. */
function storiesOf({ acts }: Demo, register: string): DemoAct[][] {
  const stories = new Map<string, DemoAct[]>()
  for (const act of acts.filter((one) => one.register === register)) {
    stories.set(act.record, [...(stories.get(act.record) ?? []), act])
  }
  return [...stories.values()].filter((story) => story.every(({ act }) => act !== 'withdraw'))
}

function valuesOf(acts: DemoAct[]): DemoAct['values'] {
  return Object.assign({}, ...acts.map(({ values }) => values))
}

function hazardOn(acts: DemoAct[], asOf: string) {
  const foundOn = acts[0]!.values.foundOn as string
  const until = acts.filter(({ day }) => day <= asOf)
  const { grade, due } = valuesOf(until) as { grade?: string; due?: { date: string } }
  const state = until.length === 0 ? undefined : stateAfter[until.at(-1)!.act]
  return { foundOn, grade, due: due?.date, open: ['found', 'notified', 'submitted'].includes(state ?? '') }
}
