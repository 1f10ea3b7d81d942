import { list } from '../normal/names.ts'
import type { ActSpec } from '../notation/index.ts'
import { checkFilter } from './filter.ts'
import { checkBy, type Looking, needField, needState, needType } from './looking.ts'

/** Tells what is wrong with a step in a record's life. */
export function checkAct(looking: Looking, act: ActSpec, path: string): void {
  const { spec, tell } = looking
  for (const state of [...list(act.from), act.to]) needState(looking, state, path)
  if (list(act.from).includes('withdrawn') || act.to === 'withdrawn') tell(path, 'unknownState', 'withdrawn')
  checkBy(looking, act.by, path, act.enforcement === true)
  const given = [
    ...(act.asks ?? []).filter((name) => name !== 'reason'),
    ...(act.needs ?? []),
    ...(act.takes ?? []),
  ]
  for (const name of given) {
    if (needField(spec, name, path, tell) && spec.fields[name]!.type === 'serial')
      tell(path, 'wrongType', name)
  }
  checkClears(looking, act, path)
  if (act.dates !== undefined) needType(spec, act.dates, ['date'], `${path}/dates`, tell)
  if (act.notBy !== undefined && !Object.hasOwn(spec.life!.acts, act.notBy))
    tell(`${path}/notBy`, 'unknownAct', act.notBy)
  if (act.when !== undefined) checkCondition(looking, act.when, `${path}/when`)
}

/** What must be known, and what the act itself gives, cannot be emptied by it. */
function checkClears({ spec, tell }: Looking, act: ActSpec, path: string): void {
  const kept = [...(act.asks ?? []), ...(act.needs ?? []), ...(act.dates === undefined ? [] : [act.dates])]
  for (const name of act.clears ?? []) {
    if (!needField(spec, name, `${path}/clears`, tell)) continue
    const field = spec.fields[name]!
    const never = field.type === 'serial' || field.required === true || kept.includes(name)
    if (never) tell(`${path}/clears`, 'wrongValue', name)
  }
}

function checkCondition(looking: Looking, when: NonNullable<ActSpec['when']>, path: string): void {
  const { declared, spec, tell } = looking
  checkFilter(declared, spec, when, path, tell)
  // An act is judged on the day it is done: there is no other day to speak of.
  if (JSON.stringify(when).includes('"asOf"')) tell(path, 'badFilter', 'asOf')
}
