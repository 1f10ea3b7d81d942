import { type Pack, type Register, serverRole } from '@anzhi/engine/pack'

export interface Navigation {
  /** The registers of the packs, and the numbers that others give: the office's work. */
  registers: Register[]
  /** The engine's own: organs and people. */
  basics: Register[]
  reports: string[]
}

/** Where one can go, from the pack alone. What only the server itself keeps is no place for a person. */
export function navigationOf(pack: Pack): Navigation {
  const all = Object.values(pack.registers).filter(
    (register) => !isTheServers(register) && canBeFilled(pack, register),
  )
  return {
    registers: all.filter((register) => !isBasic(register)).sort((a, b) => placeOf(a) - placeOf(b)),
    basics: all.filter(isBasic),
    reports: Object.keys(pack.reports),
  }
}

const given = ['statement', 'quotation']

/** The packs' own first, in their order. */
function placeOf({ id }: Register): number {
  return given.indexOf(id)
}

function isBasic({ pack, id }: Register): boolean {
  return pack === 'core' && !given.includes(id)
}

function isTheServers({ acts }: Register): boolean {
  return acts.create?.by.every(({ roles }) => roles.every((role) => role === serverRole)) === true
}

/** Where a choice has to be made among nothing, nothing can ever stand. */
function canBeFilled(pack: Pack, { fields }: Register): boolean {
  return Object.values(fields).every(
    ({ spec }) =>
      spec.type !== 'choice' || spec.required !== true || pack.options[spec.options]?.length !== 0,
  )
}
