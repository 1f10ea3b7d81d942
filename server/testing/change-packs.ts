import { readConfig } from '../config.ts'
import { changePacks } from '../open-house.ts'
import { sourceWith } from './packs.ts'
import { back, there } from './there-and-back.ts'

// A process of its own that changes the packs of a database, for a test to kill.
const [databaseUrl, dataDir, to] = process.argv.slice(2) as [string, string, string]
process.stdout.write('begun\n')
const config = { ...readConfig({}), dataDir, databaseUrl }
await changePacks(config, [sourceWith(to === 'there' ? there : back)], true)
process.stdout.write('done\n')
