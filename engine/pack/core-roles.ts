/** The role that only the server itself has, for records that it alone makes (files). No account can be given it. */
export const serverRole = 'server'

/** Keeps organs, people and accounts; does no business of its own. */
export const administratorRole = 'administrator'

/** Stands for every role of the packs; the administrator's is not one of them. */
export const anyRole = 'anybody'

/** Stands for every role of the packs that sees the whole district. */
export const overseerRole = 'overseer'
