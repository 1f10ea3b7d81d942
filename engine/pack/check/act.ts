import { endedStates, list } from '../normal/names.ts'
import type { ActSpec } from '../notation/index.ts'
import { checkEffects } from './effects.ts'
import { checkCondition, checkFacts } from './facts.ts'
import { checkBy, type Looking, mayBeGiven, needField, needState, needType } from './looking.ts'
import { checkIssues } from './unique.ts'

/** Tells what is wrong with a step (of register `id`) in a record's life. */
export function checkAct(looking: Looking, id: string, act: ActSpec, path: string): void {
  const { spec, tell } = looking
  for (const state of [...list(act.from), act.to]) {
    // To where all ends lead acts of their own, and nothing leads on from there.
    if (endedStates.includes(state)) tell(path, 'unknownState', state)
    else needState(looking, state, path)
  }
  checkIssues(looking, act.issues, `${path}/issues`)
  checkBy(looking, act.by, path, act.enforcement === true)
  const given = [
    ...(act.asks ?? []).filter((name) => name !== 'reason'),
    ...(act.needs ?? []),
    ...(act.takes ?? []),
  ]
  for (const name of given) {
    if (!needField(spec, name, path, tell)) continue
    // Nobody types it: it is counted up, worked out or taken over. What is worked out may have to be known.
    const isDerived = spec.fields[name]!.type === 'derived'
    if (!mayBeGiven(spec.fields[name]!) && !(isDerived && isNeeded(act, name))) tell(path, 'wrongType', name)
  }
  checkClears(looking, act, path)
  if (act.dates !== undefined) needType(spec, act.dates, ['date'], `${path}/dates`, tell)
  for (const other of list(act.notBy))
    if (other !== 'create' && !Object.hasOwn(spec.life!.acts, other))
      tell(`${path}/notBy`, 'unknownAct', other)
  if (act.when !== undefined) checkCondition(looking.declared, spec, act.when, `${path}/when`, tell)
  checkFacts(looking, id, act, path)
  checkEffects(looking, act, path)
}

/** Is it only to be known after the act, and not given in it? */
function isNeeded({ asks = [], takes = [] }: ActSpec, name: string): boolean {
  return !asks.includes(name) && !takes.includes(name)
}

/** What must be known, and what the act itself gives, cannot be emptied by it. */
function checkClears({ spec, tell }: Looking, act: ActSpec, path: string): void {
  const kept = [...(act.asks ?? []), ...(act.needs ?? []), ...(act.dates === undefined ? [] : [act.dates])]
  for (const name of act.clears ?? []) {
    if (!needField(spec, name, `${path}/clears`, tell)) continue
    const field = spec.fields[name]!
    const never =
      field.type === 'serial' || field.type === 'derived' || field.required === true || kept.includes(name)
    if (never) tell(`${path}/clears`, 'wrongValue', name)
  }
}
