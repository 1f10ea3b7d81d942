export { firstResponsiblePerson, type Holder, holdersOf, leadersOn, type Posts } from './leaders.ts'
export { inOfficialOrder } from './official-order.ts'
