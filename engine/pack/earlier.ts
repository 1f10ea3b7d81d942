/** By the name of today, the names of earlier versions. */
export type EarlierOf = Record<string, string[]>

/** What things were called in earlier versions of the packs; what never had another name is not there. */
export interface Earlier {
  registers: EarlierOf
  /** By the register's name of today, as are states and acts. A field of a row is `items.price`, `items` the name of today. */
  fields: Record<string, EarlierOf>
  states: Record<string, EarlierOf>
  acts: Record<string, EarlierOf>
  /** By option list. */
  options: Record<string, EarlierOf>
  roles: EarlierOf
}
