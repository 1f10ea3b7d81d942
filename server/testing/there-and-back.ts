import { renameEverywhere, type Spoil } from './packs.ts'

/** What is called otherwise there: a field, a long text, an option, a state, fields of rows and a role. */
export const thereNames = {
  cost: 'outlay',
  serious: 'grave',
  submitted: 'mended',
  crop: 'fruits',
  worth: 'prized',
  gardener: 'mender',
}

/** The garden's pack with other names. */
export const there: Spoil = renameEverywhere(thereNames)

/** The garden's pack with its own names again: each says what it was called there. */
export const back: Spoil = (source) => {
  renameEverywhere(thereNames)(source)
  renameEverywhere(Object.fromEntries(Object.entries(thereNames).map(([from, to]) => [to, from])))(source)
}
