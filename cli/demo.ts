import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Demonstration, loadDemonstration, type Running, startServer } from '@anzhi/server'
import type { Io } from './io.ts'
import { readPacks } from './packs.ts'
import { defaultData, home } from './place.ts'
import { buildWebIfMissing } from './prepare.ts'
import { configOf, untilStopped } from './serve.ts'

/** Starts the demonstration, loading it the first time, and says where it is and who can sign in. */
export async function demoCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
  })
  await buildWebIfMissing(io)
  const demo = JSON.parse(
    await readFile(join(home, 'packs', 'three-year-action', 'demo.json'), 'utf8'),
  ) as Demonstration
  const running = await startServer({
    config: configOf(values.data ?? process.env.ANZHI_DATA ?? defaultData('demo'), values, 'warn'),
    packs: await readPacks(),
    prepare: async (house) => {
      await loadDemonstration(house, demo)
    },
    log: () => {},
  })
  io.stdout.write(welcome(running, demo))
  return untilStopped(running)
}

function welcome({ url }: Running, { today, district, accounts }: Demonstration): string {
  const people = accounts.map(
    ({ userName, password, roles }) => `  ${userName.padEnd(14)} ${password.padEnd(20)} ${roles.join(', ')}`,
  )
  return `
安治 Anzhi · 演示 demonstration: ${district.name}（虚构 invented）· 今天是 today is ${today}

  ${url}

  用户名 user     密码 password        角色 role
${people.join('\n')}

  Ctrl+C 停止 to stop
`
}
