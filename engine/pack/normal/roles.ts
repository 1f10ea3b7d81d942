import { anyRole, overseerRole } from '../core-roles.ts'
import type { RoleSpec } from '../notation/index.ts'
import type { Register } from '../register.ts'

/** A register with the roles that stand for several written out. */
export function withRoles(register: Register, roles: Record<string, RoleSpec>): Register {
  const written = (role: string) => {
    if (role === anyRole) return Object.keys(roles)
    return role === overseerRole ? Object.keys(roles).filter((id) => roles[id]!.sees === 'district') : [role]
  }
  const acts = Object.entries(register.acts).map(([id, act]) => [
    id,
    { ...act, by: act.by.map((right) => ({ ...right, roles: right.roles.flatMap(written) })) },
  ])
  return { ...register, acts: Object.fromEntries(acts) }
}
