import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composePacks, type Language, languages } from '@anzhi/engine/pack'
import { type Io, UsageError } from './io.ts'
import { readPacks } from './packs.ts'
import { dataThere } from './place.ts'

const usage = `anzhi pack check DIR...
anzhi pack build DIR [--out FILE]
anzhi pack plan|apply [DIR...] [--data DIR] [--as USER] [--language zh|en]`

/** `pack check DIR...` says everything that is wrong with packs; `pack build DIR` writes one as JSON. */
export async function packCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      data: { type: 'string' },
      as: { type: 'string' },
      language: { type: 'string' },
    },
  })
  const [verb, ...paths] = positionals
  if (verb === 'plan' || verb === 'apply') return change(verb, paths, values, io)
  if (verb === 'check' && paths.length > 0) return check(paths, io)
  if (verb === 'build' && paths.length === 1) return build(paths[0]!, values.out, io)
  throw new UsageError(usage)
}

async function change(
  verb: 'plan' | 'apply',
  paths: string[],
  given: { data?: string; as?: string; language?: string },
  io: Io,
): Promise<number> {
  const { language = 'zh' } = given
  if (!isLanguage(language)) throw new UsageError(usage)
  const dataDir = given.data ?? dataThere()
  if (process.env.DATABASE_URL === undefined && !existsSync(dataDir))
    throw new UsageError(`there is no installation in ${dataDir}`)
  const packs = await readPacks(paths)
  // Only these two need the server's code.
  const { changePack } = await import('./change-pack.ts')
  return changePack({ do: verb, dataDir, packs, as: given.as, language }, io)
}

function isLanguage(given: string): given is Language {
  return (languages as readonly string[]).includes(given)
}

async function check(paths: string[], io: Io): Promise<number> {
  const composed = composePacks(await readPacks(paths))
  if (composed.ok) {
    io.stdout.write('sound\n')
    return 0
  }
  for (const { path, code, given } of composed.problems) {
    io.stdout.write(`${path}: ${code}${given === undefined ? '' : ` (${given})`}\n`)
  }
  return 1
}

async function build(path: string, out = join(path, 'pack.json'), io: Io): Promise<number> {
  const [pack] = await readPacks([path])
  await writeFile(out, `${JSON.stringify(pack)}\n`)
  io.stdout.write(`${out}\n`)
  return 0
}
