import { basename } from 'node:path'
import type { Account } from './command.ts'
import type { Place } from './place.ts'
import type { Running } from './processes.ts'

/**
 * How a server of ours is known again after its app died: by what its process itself tells, never by a file that
 * could be out of date. The postmaster keeps its command line, with the data folder and the pid of the app; its
 * children bear the cluster's name in their titles. Both can be read even where /proc/PID/exe cannot.
 */
export function markArguments(place: Place): string[] {
  return ['-D', place.dataDir, '-c', `anzhi.app=${process.pid}`, '-c', `cluster_name=${clusterName(place)}`]
}

/** The pid of the app that started this postmaster over this place; undefined when it is no such postmaster. */
export function findApp(running: Running, place: Place, account: Account): number | undefined {
  if (running.dead || running.uid !== account.uid || !isPostgres(running)) return undefined
  const mark = ` -D ${place.dataDir} -c anzhi.app=`
  const at = running.command.indexOf(mark)
  return at < 0 ? undefined : Number.parseInt(running.command.slice(at + mark.length), 10)
}

/** Whether it is a server over this place, whoever started it and however; not one of its children. */
export function isServerOver(running: Running, place: Place): boolean {
  if (running.dead || !isPostgres(running) || running.command.startsWith('postgres: ')) return false
  return running.folder === place.dataDir || ` ${running.command} `.includes(`${place.dataDir} `)
}

/** Whether it is a child of a postmaster of ours over this place. */
export function isChildOver(running: Running, place: Place): boolean {
  return !running.dead && running.command.startsWith(`postgres: ${clusterName(place)}: `)
}

function isPostgres({ program, command }: Running): boolean {
  // A program that npm has replaced meanwhile reads "/…/postgres (deleted)".
  return basename((program ?? command).split(' ')[0] ?? '') === 'postgres'
}

function clusterName(place: Place): string {
  return `anzhi-${place.key.slice(0, 16)}`
}
