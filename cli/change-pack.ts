import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Language, PackSource } from '@anzhi/engine/pack'
import { changePacks, sayPlan, socketPath } from '@anzhi/server'
import type { Io } from './io.ts'
import { configOf } from './serve.ts'

type Told = AnswerOf<typeof endpoints.planPack>

export interface ChangeWish {
  do: 'plan' | 'apply'
  dataDir: string
  packs: PackSource[]
  /** In whose name; the installation's own unless said. */
  as: string | undefined
  language: Language
}

const words = {
  zh: {
    same: '数据包没有变化',
    steps: '要做的步骤',
    refusals: '不能更换，原因如下',
    applied: '已更换',
    none: '数据表不变',
  },
  en: {
    same: 'the packs are those that hold',
    steps: 'what is to be done',
    refusals: 'this cannot be done',
    applied: 'done',
    none: 'no table changes',
  },
} as const

/** Compares packs with those that hold, or puts them in their place: 0 done, 1 refused. */
export async function changePack(wish: ChangeWish, io: Io): Promise<number> {
  const answer = await ask(wish)
  if ('problems' in answer) {
    for (const line of answer.problems) io.stderr.write(`${line}\n`)
    return 1
  }
  io.stdout.write(sheet(answer, wish.language))
  return answer.refusals.length === 0 ? 0 : 1
}

/** Through the socket of the server that is running there; else in the database itself. */
async function ask(wish: ChangeWish): Promise<Told | { problems: string[] }> {
  const socket = socketPath(wish.dataDir)
  const answer = existsSync(socket) ? await askRunning(socket, wish).catch(isDown) : undefined
  if (answer !== undefined) return answer
  const plan = await changePacks(configOf(wish.dataDir, {}, 'warn'), wish.packs, wish.do === 'apply')
  return { ...sayPlan(wish.language, plan), applied: wish.do === 'apply' }
}

/** A socket that a killed server left behind. */
function isDown(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT') throw error
  return undefined
}

function askRunning(socketPath: string, wish: ChangeWish): Promise<Told | { problems: string[] }> {
  const { as, language, packs } = wish
  const headers = {
    'content-type': 'application/json',
    ...(as === undefined ? {} : { 'x-anzhi-as': encodeURIComponent(as) }),
  }
  const path = `/api/pack/${wish.do}?language=${language}`
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path, headers, method: 'POST', agent: false }, (answer) => {
      text(answer).then((body) => resolve(read(answer.statusCode === 200, body)), reject)
    })
    call.on('error', reject)
    call.end(JSON.stringify({ packs }))
  })
}

function read(isDone: boolean, body: string): Told | { problems: string[] } {
  if (isDone) return JSON.parse(body) as Told
  const { problems } = JSON.parse(body) as {
    problems: { code: string; field?: string; values?: Record<string, unknown> }[]
  }
  return {
    problems: problems.map(({ code, field, values: { text, why, given } = {} }) =>
      String(text ?? [field, why ?? code, given && `(${given})`].filter(Boolean).join(': ')),
    ),
  }
}

function sheet({ from, to, steps, refusals, applied }: Told, language: Language): string {
  const say = words[language]
  const part = (title: string, lines: { text: string }[]) =>
    lines.length === 0 ? [] : [title, ...lines.map(({ text: line }) => `  ${line}`)]
  const lines = [
    `${from ?? '—'} → ${to}`,
    ...part(say.steps, steps),
    ...(steps.length === 0 ? [from === to ? say.same : say.none] : []),
    ...part(say.refusals, refusals),
    ...(applied ? [say.applied] : []),
  ]
  return `${lines.join('\n')}\n`
}
