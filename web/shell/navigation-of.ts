import { type Pack, type Register, serverRole } from '@anzhi/engine/pack'

export interface Navigation {
  /** The registers of the packs: the office's work. */
  registers: Register[]
  /** The engine's own: organs and people. */
  basics: Register[]
  reports: string[]
}

/** Where one can go, from the pack alone. What only the server itself keeps is no place for a person. */
export function navigationOf(pack: Pack): Navigation {
  const all = Object.values(pack.registers).filter(
    ({ acts }) => !acts.create?.by.every(({ roles }) => roles.every((role) => role === serverRole)),
  )
  return {
    registers: all.filter((register) => register.pack !== 'core'),
    basics: all.filter((register) => register.pack === 'core'),
    reports: Object.keys(pack.reports),
  }
}
