import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, type Running, readConfig } from '@anzhi/server'
import { webFolder } from './place.ts'

/** The configuration of a command: what the environment says, then what the command line says. */
export function configOf(
  dataDir: string,
  options: { port?: string; host?: string },
  logLevel: string,
): Config {
  const env = {
    ...process.env,
    ANZHI_DATA: dataDir,
    ...(options.port === undefined ? {} : { ANZHI_PORT: options.port }),
    ...(options.host === undefined ? {} : { ANZHI_HOST: options.host }),
  }
  const web = existsSync(join(webFolder, 'index.html')) ? webFolder : undefined
  return readConfig(env, { web, logLevel })
}

/** Runs until somebody says stop; then ends what is under way and leaves. A second signal leaves at once. */
export async function untilStopped(running: Running): Promise<number> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await running.stop()
  return 0
}
