export { type PasswordOwner, passwordProblems, passwordRules } from './rules.ts'
