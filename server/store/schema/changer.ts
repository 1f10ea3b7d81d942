/** In whose name and on which day a pack is changed: what it fills in is told with it. */
export interface Changer {
  /** null for the installation itself. */
  account: string | null
  district: string | null
  name: string
  today: string
  at: Date
}

/** Events are somebody's; what the installation does by itself is this account's, which nobody can sign in to. */
export const ownAccount = '00000000-0000-7000-8000-000000000002'
