import { administratorRole } from '../core-roles.ts'
import type { PackSource } from '../notation/index.ts'
import en from '../words/en.json' with { type: 'json' }
import zh from '../words/zh.json' with { type: 'json' }
import { division, divisionLevels } from './division.ts'
import { file, fileSources } from './file.ts'
import { organ } from './organ.ts'
import { person } from './person.ts'
import { holding, post } from './post.ts'
import { quotation } from './quotation.ts'
import { scope } from './scope.ts'
import { statement } from './statement.ts'

/** The engine's own registers, in the same notation as every other. */
export const core: PackSource = {
  id: 'core',
  version: '0.1.0',
  buildsOn: [],
  roles: { [administratorRole]: { sees: 'district' } },
  options: { 'division-level': divisionLevels, 'file-source': fileSources },
  registers: { organ, division, person, post, holding, scope, file, statement, quotation },
  words: { zh, en },
}
