import { type AnswerOf, endpoints } from '@anzhi/engine/api'
import { composePacks, type Language, type Pack, type PackSource } from '@anzhi/engine/pack'
import { problem } from '@anzhi/engine/problem'
import { changerIn } from '../http/changer.ts'
import { heldPack } from '../http/held-pack.ts'
import type { App, House } from '../http/house.ts'
import { openRoute } from '../http/route.ts'
import { ProblemError } from '../problem-error.ts'
import { reading } from '../store/db.ts'
import type { Changer } from '../store/schema/changer.ts'
import { sayPlan } from '../store/schema/say-plan.ts'
import { PlanProblem } from '../store/schema/step.ts'

type Told = AnswerOf<typeof endpoints.planPack>

/** Planning and applying a pack: no request's transaction may be open meanwhile, for it would be waited for. */
export function addPackRoutes(app: App, house: House): void {
  openRoute(app, endpoints.planPack, async ({ body, query }, request) => {
    await changerIn(house, request)
    return { ...sayPlan(query.language, await house.changePack(composed(body.packs))), applied: false }
  })
  openRoute(app, endpoints.applyPack, async ({ body, query }, request) => {
    const by = await changerIn(house, request)
    return apply(house, composed(body.packs), by, query.language)
  })
}

async function apply(house: House, pack: Pack, by: Changer, language: Language): Promise<Told> {
  try {
    const plan = await house.changePack(pack, by)
    await reading(house.database, (db) => heldPack(house, db))
    return { ...sayPlan(language, plan), applied: true }
  } catch (error) {
    if (!(error instanceof PlanProblem)) throw error
    const { refusals } = sayPlan(language, { ...error.plan })
    throw new ProblemError(refusals.map((refusal) => problem('packRefused', undefined, refusal)))
  }
}

function composed(packs: readonly PackSource[]): Pack {
  const found = composePacks(packs)
  if (found.ok) return found.value
  throw new ProblemError(
    found.problems.map(({ path, code, given = '' }) => problem('packUnsound', path, { why: code, given })),
  )
}
