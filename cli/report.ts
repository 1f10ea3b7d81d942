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
  const user = values.as ?? 'office'
  const { status, bytes } = await withInstallation(dataDir, user, (ask) => ask(path))
  if (status !== 200) {
    io.stderr.write(`${refusal(bytes.toString('utf8'), { report: name, user })}\n`)
    return 1
  }
  await writeFile(
    out,
    out.endsWith('.json') ? `${JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 2)}\n` : bytes,
  )
  io.stdout.write(`${out}\n`)
  return 0
}

const flags: Record<string, string> = { asOf: '--as-of', from: '--from', to: '--to', language: '--language' }

const days = ['asOf', 'from', 'to']

/** The problems of an answer, a line each, in terms of what was typed. */
function refusal(body: string, asked: { report: string; user: string }): string {
  const { problems } = JSON.parse(body) as { problems: { code: string; field?: string }[] }
  return problems
    .map(({ code, field }) => {
      if (code === 'noSuchReport') return `there is no report ${asked.report}`
      if (code === 'signedOut') return `there is no user ${asked.user} here; say who asks with --as USER`
      if (code === 'badRequest' && days.includes(field ?? ''))
        return `${flags[field!]} takes a day like 2022-10-31`
      return field === undefined ? code : `${flags[field] ?? field}: ${code}`
    })
    .join('\n')
}
