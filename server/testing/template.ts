import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PackSource } from '@anzhi/engine/pack'
import allotment from '../../packs/allotment/pack.ts'
import { readConfig } from '../config.ts'
import { loadDemonstration } from '../demo/load.ts'
import { openHouse } from '../open-house.ts'
import { ensureDatabase } from '../store/db.ts'
import { garden } from './garden.ts'

/** The packs of the tests, as the server gets them: as JSON. */
export const packs = [JSON.parse(JSON.stringify(allotment)) as PackSource]

export const templateName = 'anzhi_template'

/** Makes the database that every test file copies: the proving pack's tables and the people of the garden. */
export async function makeTemplate(urlOf: (database: string) => string): Promise<void> {
  await ensureDatabase(urlOf('postgres'), templateName)
  const folder = await mkdtemp(join(tmpdir(), 'anzhi-template-'))
  const config = { ...readConfig({}), dataDir: folder, databaseUrl: urlOf(templateName) }
  const house = await openHouse(config, packs, () => {})
  await loadDemonstration(house, garden)
  await house.close()
  await rm(folder, { recursive: true, force: true })
}
