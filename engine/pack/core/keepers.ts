import { administratorRole } from '../core-roles.ts'

/** Who keeps the engine's own registers. */
export const keepers = { role: [administratorRole] }
