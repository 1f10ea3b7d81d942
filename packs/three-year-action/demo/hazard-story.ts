import { addDays } from '@anzhi/engine/calendar'
import type { Chance } from './chance.ts'
import { later, today } from './days.ts'
import { at, type Demo, type DemoAct } from './demo.ts'
import type { Finding } from './findings.ts'
import type { Fate } from './major-findings.ts'
import { answersFor } from './place.ts'
import type { Site } from './sites.ts'

/** What a story turns on, besides the usual way from found to struck off. */
export type Turn =
  | 'usual'
  | 'onSpot'
  | 'sentBack'
  | 'extended'
  | 'ignored'
  | 'reopened'
  | 'withdrawn'
  | 'regraded'

/** A hazard as it is going to happen. */
export interface HazardPlan extends Finding {
  key: string
  site: Site
  finder: string
  owner: string
  foundOn: string
  /** The visit in which it was found: `inspection` or `supervisionVisit`. */
  source: Record<string, { id: string }>
  /** Only for what is, or turns out to be, a major hazard. */
  major?: { basis: string; funds: string; emergencyPlan: string }
  /** Days until it is due. */
  days: number
  turn: Turn
  /** The last act that happens (`create`: none follows); all of them unless said. */
  upTo?: Fate
  photographed: boolean
}

interface Step {
  act: string
  as: string
  /** Working days after the step before. */
  after: number
  values?: DemoAct['values']
  reason?: string
}

export interface Told {
  acts: DemoAct[]
  files: Demo['files']
}

const slips = ['与另一条隐患重复登记', '经核实不构成隐患']

/** Everything that happened to one hazard until today, with the pictures that were taken. */
export function hazardActs(plan: HazardPlan, chance: Chance): Told {
  const files: Demo['files'] = []
  const take = (when: string, caption: string): string[] => {
    const key = `${plan.key}-${when}`
    files.push({ key, name: `${plan.site.name}-${caption.slice(0, 3)}.png`, generate: { caption } })
    return [`@file:${key}`]
  }
  const acts = [
    createAct(plan, plan.photographed ? { before: take('before', `整改前：${plan.what}`) } : {}),
    ...happened(plan, stepsOf(plan, chance)).map(({ step, day }) => actOf(plan, step, day, take)),
  ]
  return { acts, files }
}

function createAct(plan: HazardPlan, photos: DemoAct['values']): DemoAct {
  const { key, site, finder, foundOn, source, what, spot, turn, major } = plan
  const isMajor = major !== undefined && turn !== 'regraded'
  const grade = isMajor ? { grade: 'major', basis: major.basis } : { grade: 'general' }
  const found = { foundOn, foundBy: at(finder), ...source }
  const values = { what, site: at(site.key), spot, ...grade, ...found, ...photos }
  return { as: finder, register: 'hazard', record: key, act: 'create', day: foundOn, values }
}

/** The steps with their days, as far as today and the plan go. */
function happened({ foundOn, upTo }: HazardPlan, steps: Step[]): { step: Step; day: string }[] {
  const last = steps.findIndex(({ act }) => act === upTo)
  const planned = upTo === undefined ? steps : steps.slice(0, last + 1)
  let day = foundOn
  const dated = planned.map((step) => {
    day = later(day, step.after)
    return { step, day }
  })
  return dated.filter((one) => one.day <= today)
}

function actOf(
  plan: HazardPlan,
  { act, as, values = {}, reason }: Step,
  day: string,
  take: (when: string, caption: string) => string[],
): DemoAct {
  const proof = act === 'submit' || act === 'fixOnSpot'
  const photo = proof ? { after: take(`after-${day}`, `整改后：${plan.result}`), result: plan.result } : {}
  const why = reason === undefined ? {} : { reason }
  return { as, register: 'hazard', record: plan.key, act, day, ...why, values: { ...values, ...photo } }
}

function stepsOf(plan: HazardPlan, { between, pick }: Chance): Step[] {
  const { finder, owner, turn, days, foundOn } = plan
  const due = (more: number) => ({ due: { kind: 'day', date: addDays(foundOn, days + more) } })
  const strikeOff: Step = { act: 'strikeOff', as: 'office', after: between(1, 7) }
  const submit: Step = { act: 'submit', as: owner, after: Math.max(1, days - between(3, 8)) }
  const again: Step = { act: 'submit', as: owner, after: between(3, 6) }
  const verify: Step = { act: 'verify', as: finder, after: between(1, 4) }
  const notify = notifyStep(plan, between(0, 2))
  const paths: Record<Turn, Step[]> = {
    usual: [notify, submit, verify, strikeOff],
    ignored: [notify],
    onSpot: [{ act: 'fixOnSpot', as: finder, after: 0 }, strikeOff],
    withdrawn: [{ act: 'withdraw', as: finder, after: 2, reason: pick(slips) }],
    sentBack: [
      ...[notify, submit],
      { act: 'sendBack', as: finder, after: 2, reason: '现场复查整改不彻底，部分点位仍未到位' },
      ...[again, verify, strikeOff],
    ],
    extended: [
      notify,
      {
        act: 'extend',
        as: finder,
        after: Math.max(1, days - 6),
        values: due(20),
        reason: '整改涉及采购施工，申请延期',
      },
      ...[{ ...again, after: 12 }, verify, strikeOff],
    ],
    reopened: [
      ...[notify, submit, verify, strikeOff],
      { act: 'reopen', as: 'office', after: 40, values: due(days + 90), reason: '“回头看”发现隐患反弹' },
      ...[again, { ...verify, after: 3 }],
    ],
    regraded: [
      notify,
      {
        act: 'regrade',
        as: finder,
        after: 3,
        values: { grade: 'major', basis: plan.major?.basis },
        reason: '经专家复核，符合重大事故隐患判定标准',
      },
      ...[notifyMajorStep(plan), submit, verify, strikeOff],
    ],
  }
  return paths[turn]
}

function notifyStep(plan: HazardPlan, after: number): Step {
  if (plan.major !== undefined && plan.turn !== 'regraded') return { ...notifyMajorStep(plan), after }
  return { act: 'notify', as: plan.finder, after, values: handingOver(plan) }
}

function notifyMajorStep(plan: HazardPlan): Step {
  const { funds, emergencyPlan } = plan.major ?? {}
  return {
    act: 'notifyMajor',
    as: plan.finder,
    after: 1,
    values: { ...handingOver(plan), funds, emergencyPlan },
  }
}

function handingOver({ owner, measures, foundOn, days }: HazardPlan): DemoAct['values'] {
  const due = { kind: 'day', date: addDays(foundOn, days) }
  return { owner: at(owner), person: at(answersFor(owner)), measures, due }
}
