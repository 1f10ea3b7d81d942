import { EmbeddedProblem, startEmbedded } from '../index.ts'

// An app of its own process, which tests start, stop and kill. Speaks one line of JSON; ends when told "stop".
const say = (words: object) => process.stdout.write(`${JSON.stringify(words)}\n`)
const lines: string[] = []

try {
  const options = JSON.parse(process.argv[2] ?? '{}')
  const server = await startEmbedded({ ...options, log: (line) => lines.push(line) })
  say({
    app: process.pid,
    server: server.pid,
    url: server.url('postgres'),
    socketDir: server.socketDir,
    lines,
  })
  process.stdin.on('data', async () => {
    await server.stop()
    process.exit(0)
  })
} catch (error) {
  const code = error instanceof EmbeddedProblem ? error.code : 'unknown'
  say({ app: process.pid, problem: { code, sentence: String(error) }, lines })
}
