import { EmbeddedProblem } from './problem.ts'

/** Given on the command line, which wins over postgresql.conf and ALTER SYSTEM. */
const fixed: Record<string, string> = { fsync: 'on', full_page_writes: 'on' }

/** The same on every machine, unless the caller says otherwise; initdb would take over the machine's own. */
const usual: Record<string, string> = { timezone: 'UTC', log_timezone: 'UTC' }

const ours = new Set([
  ...['listen_addresses', 'port', 'unix_socket_directories', 'unix_socket_permissions', 'unix_socket_group'],
  ...['hba_file', 'ident_file', 'config_file', 'data_directory', 'external_pid_file', 'cluster_name'],
  ...['logging_collector', 'ignore_checksum_failure', 'zero_damaged_pages', ...Object.keys(fixed)],
])

/** The caller's settings as arguments; refuses those on which the safety of data and access rests. */
export function settingArguments(settings: Record<string, string>): string[] {
  for (const name of Object.keys(settings)) checkName(name)
  const all = { ...usual, ...settings, ...fixed }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function checkName(name: string): void {
  const isPlain = /^[a-z0-9_]+(\.[a-z0-9_]+)?$/.test(name)
  if (isPlain && !ours.has(name) && !name.startsWith('anzhi.')) return
  throw new EmbeddedProblem('setting-refused', `The setting "${name}" is not the caller's to choose.`)
}
