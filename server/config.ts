import { join, resolve } from 'node:path'

/** What the environment may say. Everything has a default that is right for one office on one machine. */
export interface Config {
  /** Where the database, the files and the socket live. */
  dataDir: string
  /** Any PostgreSQL from 15 on; without it the embedded one is started in `dataDir`. */
  databaseUrl: string | undefined
  host: string
  /** 0 takes any free port. */
  port: number
  /** Behind https: cookies are sent over https only. */
  secureCookie: boolean
  /** The built web application. */
  web: string | undefined
  logLevel: string
}

/** Reads `ANZHI_DATA`, `DATABASE_URL`, `ANZHI_HOST`, `ANZHI_PORT`, `ANZHI_HTTPS` and `ANZHI_LOG`. */
export function readConfig(env: Record<string, string | undefined>, defaults: Partial<Config> = {}): Config {
  return {
    dataDir: resolve(env.ANZHI_DATA ?? defaults.dataDir ?? '.anzhi/data'),
    databaseUrl: env.DATABASE_URL ?? defaults.databaseUrl,
    host: env.ANZHI_HOST ?? defaults.host ?? '127.0.0.1',
    port: portOf(env.ANZHI_PORT) ?? defaults.port ?? 7788,
    secureCookie: env.ANZHI_HTTPS === undefined ? (defaults.secureCookie ?? false) : env.ANZHI_HTTPS === '1',
    web: defaults.web,
    logLevel: env.ANZHI_LOG ?? defaults.logLevel ?? 'info',
  }
}

/** A setting that nothing can be done with. */
class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError(`not a port: ${text}`)
  return port
}

/** The socket through which the command line talks to a running server. */
export function socketPath(dataDir: string): string {
  return join(dataDir, 'anzhi.sock')
}
