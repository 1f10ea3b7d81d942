import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { withInstallation } from './call.ts'
import { type Io, UsageError } from './io.ts'
import { dataThere } from './place.ts'

const usage =
  'anzhi report NAME --out FILE.docx|FILE.json [--as-of DAY] [--from DAY] [--to DAY] [--language zh|en] [--as USER]'

/** Writes a report to a file, as the page would give it. */
export async function reportCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      'as-of': { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      language: { type: 'string' },
      as: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const [name] = positionals
  const { out } = values
  if (name === undefined || positionals.length > 1 || out === undefined || !/\.(docx|json)$/.test(out))
    throw new UsageError(usage)
  const dataDir = values.data ?? dataThere()
  if (!existsSync(dataDir)) throw new UsageError(`there is no installation in ${dataDir}`)
  const query = new URLSearchParams(
    Object.entries({
      asOf: values['as-of'],
      from: values.from,
      to: values.to,
      language: values.language,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const path = `/api/reports/${encodeURIComponent(name)}${out.endsWith('.docx') ? '/docx' : ''}?${query}`
  const { status, bytes } = await withInstallation(dataDir, values.as ?? 'office', (ask) => ask(path))
  if (status !== 200) {
    io.stderr.write(`${bytes.toString('utf8')}\n`)
    return 1
  }
  await writeFile(
    out,
    out.endsWith('.json') ? `${JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 2)}\n` : bytes,
  )
  io.stdout.write(`${out}\n`)
  return 0
}
