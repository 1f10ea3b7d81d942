export { type ReadText, type Refusal, readText } from './read-text.ts'
