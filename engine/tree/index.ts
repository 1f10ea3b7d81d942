export { type Descent, descentsOf, type Standing, type Standings } from './closure.ts'
export { holdsOn, isOwnAncestor, isUnder } from './look.ts'
export { ever, standingsOf, treeOf } from './standings.ts'
