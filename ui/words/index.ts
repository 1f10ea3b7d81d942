export { LanguageProvider, useSay } from './language.tsx'
export { dayInWords, instantInWords, type Say, sayIn, type WordKey, words } from './say.ts'
