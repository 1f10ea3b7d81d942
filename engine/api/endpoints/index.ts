export {
  changePassword,
  changeRoles,
  endAccount,
  endOtherSessions,
  endOwnSession,
  listAccounts,
  listOwnSessions,
  makeAccount,
  readAccount,
  reopenAccount,
  resetFromHere,
  resetPassword,
} from './accounts.ts'
export * from './calendar.ts'
export * from './figures.ts'
export * from './house.ts'
export * from './packs.ts'
export * from './people.ts'
export * from './records.ts'
