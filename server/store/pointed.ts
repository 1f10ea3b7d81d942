import { getRegister, type Pack, type Without } from '@anzhi/engine/pack'
import { type Decided, linkedIds } from '@anzhi/engine/record'
import { type Study, want } from './study.ts'

/**
 * A record that some act wants not to be named by others like this one is held while this one is changed: of
 * the two acts, one comes first, and the other sees it.
 */
export function wantPointed(study: Study, decided: readonly Decided[]): void {
  const { pack } = study.context
  for (const { change } of decided) {
    const register = getRegister(pack, change.register)
    const watched = watchedFields(pack, change.register)
    // Where it points now, and where it pointed before.
    const links = [change.values, change.before].flatMap((values) => linkedIds(register, values))
    for (const { field, register: target, id } of links) {
      if (watched.has(`${target} ${field}`)) want(study, target, id, 'share')
    }
  }
}

/** The link fields of a register that some act of another looks back along. */
function watchedFields(pack: Pack, pointing: string): Set<string> {
  const watched = Object.values(pack.registers).flatMap(({ id, acts }) =>
    Object.values(acts)
      .flatMap(({ without }): Without[] => without)
      .filter(({ register }) => register === pointing)
      .map(({ by }) => `${id} ${by}`),
  )
  return new Set(watched)
}
