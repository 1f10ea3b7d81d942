import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composePacks } from '@anzhi/engine/pack'
import { type Io, UsageError } from './io.ts'
import { readPacks } from './packs.ts'

/** `pack check DIR...` says everything that is wrong with packs; `pack build DIR` writes one as JSON. */
export async function packCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  const [verb, ...paths] = positionals
  if (verb === 'check' && paths.length > 0) return check(paths, io)
  if (verb === 'build' && paths.length === 1) return build(paths[0]!, values.out, io)
  throw new UsageError('anzhi pack check DIR...   or   anzhi pack build DIR [--out FILE]')
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
