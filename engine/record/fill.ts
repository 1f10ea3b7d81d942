/** A required field gets its default in a record that did not know it, when the packs are changed. No pack declares it. */
export const fillAct = 'fill'
