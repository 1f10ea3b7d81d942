import { readConfig } from '../config.ts'
import { loadDemonstration } from '../demo/load.ts'
import { startServer } from '../start.ts'
import { garden } from './garden.ts'
import { packs } from './template.ts'

// A whole server as a process of its own, which a test starts and kills. Says its address as one line of JSON.
const config = { ...readConfig({ ANZHI_PORT: '0', ANZHI_LOG: 'silent' }), dataDir: process.argv[2]! }
const { url } = await startServer({
  config,
  packs,
  prepare: async (house) => {
    await loadDemonstration(house, garden)
  },
})
process.stdout.write(`${JSON.stringify({ url })}\n`)
