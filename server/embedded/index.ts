import { settleAccess, superuser, urlOf } from './access.ts'
import { settleAccount } from './account.ts'
import { getNativePackage, settleProgram } from './binaries.ts'
import { claimPlace } from './claim.ts'
import { checkMajor, dropDrafts, findClusterMajor, makeCluster } from './cluster.ts'
import { markArguments } from './mark.ts'
import { endOrphan } from './orphan.ts'
import { checkWay, type Place, settleKeep, settlePlace } from './place.ts'
import { launch } from './postmaster.ts'
import { explainRefusal } from './problem.ts'
import { settingArguments } from './settings.ts'

export { EmbeddedProblem, type EmbeddedProblemCode } from './problem.ts'

/** A running embedded server. */
export interface EmbeddedServer {
  dataDir: string
  socketDir: string
  pid: number
  superuser: string
  /** A URL of one database through the unix socket, as libpq and pg read it. */
  url(database: string): string
  /** Stops the server and gives the data folder free; more calls wait for the first. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The cluster's own folder, made when missing. Its parent must be writable: `<dataDir>.run` lies beside it. */
  dataDir: string
  /** Folder of the native npm package; by default the one for this machine. */
  binaries?: string
  /** Server settings; those that data safety and access rest on are refused. */
  settings?: Record<string, string>
  /** Takes what the supervisor does and what the server writes, line by line. */
  log?: (line: string) => void
  /** How long a fast shutdown may take before an immediate one, in ms (20,000). */
  stopWithinMs?: number
}

/**
 * Starts our own PostgreSQL over a data folder and returns when it takes connections; an EmbeddedProblem tells why
 * it does not. Installs no exit hooks: the caller calls `stop`, and what a killed caller leaves, the next start ends.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const settings = settingArguments(options.settings ?? {})
    const place = await settlePlace(options.dataDir)
    const claim = await claimPlace(place)
    return await startClaimed(place, settings, options, claim.release).catch(async (error: unknown) => {
      await claim.release()
      throw error
    })
  } catch (error) {
    throw explainRefusal(error)
  }
}

async function startClaimed(
  place: Place,
  settings: string[],
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Promise<EmbeddedServer> {
  const { binaries = getNativePackage(), stopWithinMs = 20_000, log = () => {} } = options
  const account = await settleAccount()
  await checkWay(place, account)
  await settleKeep(place)
  const program = await settleProgram(binaries, account, place.keep, log)
  const major = await findClusterMajor(place, account)
  const notAServer = major === undefined ? undefined : await endOrphan(place, account, stopWithinMs, log)
  await dropDrafts(place, account)
  if (major === undefined) await makeCluster(place, program, account)
  else checkMajor(place, major, program)
  const access = await settleAccess(place, account)
  const { dataDir } = place
  const postmaster = await launch({
    ...{ program, dataDir, account, notAServer, log },
    arguments: [...markArguments(place), ...access.arguments, ...settings],
  }).catch(async (error: unknown) => {
    await access.remove()
    throw error
  })
  const stop = once(async () => {
    await postmaster.stop(stopWithinMs)
    await access.remove()
    await release()
  })
  const { socketDir } = access
  return {
    ...{ dataDir, socketDir, superuser, stop, pid: postmaster.pid },
    url: (database) => urlOf(socketDir, database),
  }
}

/** Runs an act once for all callers; one that failed may be tried again. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= act().catch((error: unknown) => {
      done = undefined
      throw error
    })
    return done
  }
}
