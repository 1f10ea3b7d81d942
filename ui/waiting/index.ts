export { type Expected, Waiting } from './waiting.tsx'
