import { parseArgs } from 'node:util'
import { type Demonstration, loadDemonstration, oneTimePassword, startServer } from '@anzhi/server'
import { type Io, UsageError } from './io.ts'
import { readPacks } from './packs.ts'
import { defaultData } from './place.ts'
import { configOf } from './serve.ts'

const usage =
  'anzhi init --district CODE --name DISTRICT --office ORGAN --person NAME --user USER   [--data DIR]'

/** Sets up an empty office: its district, the organ that reports, and the first person who can sign in. */
export async function initCommand(args: string[], io: Io): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { district: text, name: text, office: text, person: text, user: text, data: text },
  })
  const { district, name, office, person, user } = values
  if (!district || !name || !office || !person || !user) throw new UsageError(usage)
  const password = oneTimePassword(user)
  const story = opening({ district, name, office, person, user, password })
  const dataDir = values.data ?? process.env.ANZHI_DATA ?? defaultData('data')
  let made = false
  const running = await startServer({
    config: configOf(dataDir, {}, 'warn'),
    packs: await readPacks(),
    listen: false,
    prepare: async (house) => {
      made = await loadDemonstration(house, story)
    },
  })
  await running.stop()
  io.stdout.write(
    made
      ? `用户名 user: ${user}\n一次性密码 one-time password: ${password}\n`
      : `${district} is there already; nothing was done\n`,
  )
  return made ? 0 : 1
}

interface First {
  district: string
  name: string
  office: string
  person: string
  user: string
  password: string
}

function opening({ district, name, office, person, user, password }: First): Demonstration {
  return {
    district: { id: district, name },
    office: 'office',
    accounts: [
      { userName: user, password, isOneTime: true, person: 'first', roles: ['office', 'administrator'] },
    ],
    acts: [
      { as: 'server', register: 'organ', record: 'office', act: 'create', values: { name: office, rank: 1 } },
      {
        as: 'server',
        register: 'person',
        record: 'first',
        act: 'create',
        values: { name: person, organ: { id: '@office' } },
      },
    ],
  }
}
