/** Why a pack cannot take the place of the one before: what would be lost, with how many records it concerns. */
export type Refusal = { records: number } & (
  | { why: 'registerInUse'; register: string }
  | { why: 'fieldInUse'; register: string; field: string }
  | { why: 'stateInUse'; register: string; state: string }
  | { why: 'optionInUse'; register: string; field: string; option: string }
  | { why: 'typeChanged'; register: string; field: string; from: string; to: string }
  | { why: 'requiredUnknown'; register: string; field: string }
  /** Of accounts, not records. */
  | { why: 'roleInUse'; role: string }
)
