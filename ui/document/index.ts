export { DocumentSheet } from './document-sheet.tsx'
export { DraftNotes } from './draft-notes.tsx'
