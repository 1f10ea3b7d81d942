/** The demonstration as data: a district of an invented city, its people and everything they did, in order. */
export interface Demo {
  /** The day that it is in the demonstration. */
  today: string
  city: { id: string; name: string }
  district: { id: string; name: string }
  /** The key of the organ that reports. */
  office: string
  accounts: DemoAccount[]
  /** Pictures that the loader draws; values name them `@file:<key>`. */
  files: { key: string; name: string; generate: { caption: string } }[]
  acts: DemoAct[]
}

export interface DemoAccount {
  userName: string
  password: string
  /** The key of a person record. */
  person: string
  roles: string[]
}

/** One act, as somebody entered it on `day`: the clock stands at that day while it is performed. */
export interface DemoAct {
  as: string
  register: string
  record: string
  act: string
  day: string
  reason?: string
  /** A link is `{ id: '@<key>' }`, files are `['@file:<key>']`. */
  values: Record<string, unknown>
}

/** A link to a record of the demonstration. */
export function at(key: string): { id: string } {
  return { id: `@${key}` }
}
