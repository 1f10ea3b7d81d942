export { checkText } from './check.ts'
export { findFigures } from './find.ts'
export * from './finding.ts'
