import type { endpoints } from '@anzhi/engine/api'

export type Contract = typeof endpoints
export type Name = keyof Contract

/**
 * Method and path of every endpoint. The contract itself is types here: its schemas belong to the server,
 * would weigh on every page, and probe for `eval`, which the policy of our pages forbids. The compiler holds
 * each line equal to the contract.
 */
export const addresses: { [N in Name]: Pick<Contract[N], 'method' | 'path'> } = {
  signIn: { method: 'POST', path: '/api/session' },
  whoAmI: { method: 'GET', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  changePassword: { method: 'POST', path: '/api/account/password' },
  listOwnSessions: { method: 'GET', path: '/api/account/sessions' },
  endOwnSession: { method: 'DELETE', path: '/api/account/sessions/:id' },
  endOtherSessions: { method: 'DELETE', path: '/api/account/sessions' },
  listAccounts: { method: 'GET', path: '/api/accounts' },
  readAccount: { method: 'GET', path: '/api/accounts/:id' },
  makeAccount: { method: 'POST', path: '/api/accounts' },
  changeRoles: { method: 'POST', path: '/api/accounts/:id/roles' },
  resetPassword: { method: 'POST', path: '/api/accounts/:id/password' },
  endAccount: { method: 'POST', path: '/api/accounts/:id/end' },
  reopenAccount: { method: 'POST', path: '/api/accounts/:id/reopen' },
  resetFromHere: { method: 'POST', path: '/api/account/reset' },
  readPack: { method: 'GET', path: '/api/pack' },
  planPack: { method: 'POST', path: '/api/pack/plan' },
  applyPack: { method: 'POST', path: '/api/pack/apply' },
  listRecords: { method: 'GET', path: '/api/registers/:register/records' },
  readRecord: { method: 'GET', path: '/api/registers/:register/records/:id' },
  readHistory: { method: 'GET', path: '/api/registers/:register/records/:id/history' },
  performActs: { method: 'POST', path: '/api/acts/bulk' },
  performAct: { method: 'POST', path: '/api/acts' },
  uploadFile: { method: 'POST', path: '/api/files' },
  readFile: { method: 'GET', path: '/api/files/:id' },
  listFigures: { method: 'GET', path: '/api/figures' },
  readFigure: { method: 'GET', path: '/api/figures/:indicator' },
  listFootings: { method: 'GET', path: '/api/figures/:indicator/records' },
  breakDown: { method: 'GET', path: '/api/figures/:indicator/parts' },
  readReport: { method: 'GET', path: '/api/reports/:report' },
  downloadReport: { method: 'GET', path: '/api/reports/:report/docx' },
  readCalendar: { method: 'GET', path: '/api/calendar' },
  enterCalendar: { method: 'POST', path: '/api/calendar' },
  readDeadline: { method: 'GET', path: '/api/deadlines' },
  health: { method: 'GET', path: '/api/health' },
  ready: { method: 'GET', path: '/api/ready' },
  verifyTrail: { method: 'GET', path: '/api/trail/verify' },
  takeBackup: { method: 'GET', path: '/api/backup' },
}
