export { DocumentSheet } from './document-sheet.tsx'
