export { LanguageSwitch } from './language-switch.tsx'
export { Page } from './page.tsx'
export { Seal } from './seal.tsx'
export { Shell } from './shell.tsx'
