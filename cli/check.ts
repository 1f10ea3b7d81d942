import { readFile } from 'node:fs/promises'
import { checkText, type Finding, type Language, type VocabularyEntry, warnings } from '@anzhi/engine/figures'
import { readText } from '@anzhi/formats/text'
import { showFindings } from './show-findings.ts'

export interface CheckStreams {
  stdin: AsyncIterable<Uint8Array | string>
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

const usage = `用法：anzhi check [FILE] [--json] [--text] [--lang zh|en]
  FILE    .docx、.txt、.md；省略或写 - 时读标准输入
  --json  以 JSON 列出发现（from、to 为 --text 所印文字的 UTF-16 位置）
  --text  只印出所核对的纯文字
退出状态：0 未发现问题（只有 gap、scope 也算），1 有问题，2 读不了
`
/** Most bytes taken from standard input. */
const mostInput = 64 * 1024 * 1024

/** `anzhi check`: the figures of one text, checked against each other; gives the exit status. */
export async function checkCommand(args: string[], io: CheckStreams): Promise<number> {
  const asked = parseArgs(args)
  if (asked === undefined) {
    io.stderr.write(usage)
    return 2
  }
  if (asked.help) {
    io.stdout.write(usage)
    return 0
  }
  const bytes = await bytesOf(asked.file, io)
  if (typeof bytes === 'string') {
    io.stderr.write(`${bytes}\n`)
    return 2
  }
  const read = readText(bytes, asked.file)
  if (!read.ok) {
    io.stderr.write(`${read.refusal[asked.language]}\n`)
    return 2
  }
  if (asked.text) {
    io.stdout.write(read.text)
    return 0
  }
  return answer(read.text, asked, await readVocabulary(), io)
}

interface Asked {
  file: string
  json: boolean
  text: boolean
  help: boolean
  language: Language
}

function parseArgs(args: readonly string[]): Asked | undefined {
  const asked: Asked = { file: '-', json: false, text: false, help: false, language: 'zh' }
  let files = 0
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--json') asked.json = true
    else if (arg === '--text') asked.text = true
    else if (arg === '--help' || arg === '-h') asked.help = true
    else if (arg === '--lang' || arg.startsWith('--lang=')) {
      const language = arg === '--lang' ? args[++i] : arg.slice(7)
      if (language !== 'zh' && language !== 'en') return undefined
      asked.language = language
    } else if (arg.startsWith('-') && arg !== '-') return undefined
    else if (++files > 1) return undefined
    else asked.file = arg
  }
  return asked
}

/** The file's bytes, or one sentence that says why there are none. */
async function bytesOf(file: string, io: CheckStreams): Promise<Uint8Array | string> {
  try {
    return file === '-' ? await readAll(io.stdin) : await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return `找不到文件：${file}`
    if (code === 'EISDIR') return `${file} 是文件夹，请给出其中一个文件。`
    return `读不了文件：${file}${code === '' ? '' : `（${code}）`}`
  }
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let total = 0
  for await (const piece of stdin) {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    total += bytes.length
    pieces.push(bytes)
    if (total > mostInput) break
  }
  return Buffer.concat(pieces)
}

/** What may fill a gap, as the base pack says; packs are loaded by path. */
async function readVocabulary(): Promise<VocabularyEntry[]> {
  const file = new URL('../packs/base/figures-vocabulary.json', import.meta.url)
  const { entries } = JSON.parse(await readFile(file, 'utf8')) as { entries: VocabularyEntry[] }
  return entries
}

function answer(
  text: string,
  asked: Asked,
  vocabulary: readonly VocabularyEntry[],
  io: CheckStreams,
): number {
  const findings = checkText(text, { language: asked.language, vocabulary })
  io.stdout.write(
    asked.json ? `${JSON.stringify({ findings }, null, 2)}\n` : showFindings(text, findings, asked.language),
  )
  return findings.some((finding: Finding) => !warnings.has(finding.kind)) ? 1 : 0
}
