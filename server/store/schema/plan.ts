import { nameBefore, type Refusal, type Renames, renamesBetween, sayRefusal } from '@anzhi/engine/change'
import { columnName, type Pack, type Register } from '@anzhi/engine/pack'
import type { Db } from '../db.ts'
import { columnsOf, trackedOf } from './columns.ts'
import { countIn } from './counts.ts'
import { findDefaults } from './defaults.ts'
import { deriveSteps } from './derivations.ts'
import { planKept } from './kept.ts'
import { nameSteps } from './name-steps.ts'
import { findVersion, getPack } from './past.ts'
import { findRefusals } from './refusals.ts'
import { PlanProblem, type Step, type TableStep, type ValueStep } from './step.ts'
import { asideSteps, type Mismatch, mismatchesIn, tableSteps } from './table-steps.ts'
import { tableList } from './tables.ts'
import { readThere, type There } from './there.ts'
import { valueSteps } from './value-steps.ts'

/** What has to be done so that a pack takes the place of the one before, or why it cannot. */
export interface Plan {
  /** The version that holds; null over an empty database. */
  from: string | null
  to: string
  steps: Step[]
  /** All of them at once; where there is one, nothing of the plan may be done. */
  refusals: Refusal[]
  renames: Renames
}

const noRenames: Renames = { registers: {}, roles: {}, of: {} }

/** Compares a pack with the one that holds and with what is in the database. Changes nothing. */
export async function planChange(db: Db, pack: Pack, version: string): Promise<Plan> {
  const from = (await findVersion(db)) ?? null
  const there = await readThere(db)
  const mark = `until_${(from ?? version).slice(0, 8)}`
  // The same pack again: nothing in it changed, but the program may want an index more.
  const before = from === null || from === version ? undefined : await getPack(db, from)
  const change = before === undefined ? nothing : await changeOf(db, there, { before, now: pack, mark })
  const tables = Object.values(pack.registers).flatMap((register) => tableList(pack, register))
  const mismatches = mismatchesIn(there, tables)
  const kept = (await keptColumns(db, mismatches)).filter((found) => !isTold(change.refusals, found))
  const aside = mismatches.flatMap((mismatch) => asideSteps(there, mismatch, mark))
  const steps = [
    ...change.names,
    ...aside,
    ...tableSteps(there, tables),
    ...change.values,
    ...(await planKept(db, pack)),
  ]
  return { from, to: version, steps, refusals: [...change.refusals, ...kept], renames: change.renames }
}

/** What is missing of a pack's tables, without regard to what held before. */
export async function planTables(db: Db, pack: Pack): Promise<TableStep[]> {
  const tables = Object.values(pack.registers).flatMap((register) => tableList(pack, register))
  return tableSteps(await readThere(db), tables)
}

interface ChangeOf {
  renames: Renames
  names: Step[]
  values: Step[]
  refusals: Refusal[]
}

const nothing: ChangeOf = { renames: noRenames, names: [], values: [], refusals: [] }

async function changeOf(
  db: Db,
  there: There,
  { before, now, mark }: { before: Pack; now: Pack; mark: string },
): Promise<ChangeOf> {
  const renames = renamesBetween(before, now)
  const looking = { db, before, now, renames }
  const refusals = await findRefusals(looking)
  const defaults = await findDefaults(looking)
  const names = nameSteps(there, now, renames, mark)
  const values = [
    ...valueSteps(there, now, renames),
    ...trackSteps(there, { before, now, renames }),
    ...defaults.steps,
    ...(await deriveSteps(db, looking)),
  ]
  return { renames, names, values, refusals: [...refusals, ...defaults.refusals] }
}

/** Fields that were there and are tracked from now on: the lives that are there take what the record has now. */
function trackSteps(
  there: There,
  { before, now, renames }: { before: Pack; now: Pack; renames: Renames },
): ValueStep[] {
  return Object.values(now.registers).flatMap((register): ValueStep[] => {
    const span = `${register.table}_span`
    const columns = newlyTracked(register, before, renames).filter((column) =>
      there.tables.get(register.table)?.has(column),
    )
    return columns.length === 0 || !there.tables.has(span)
      ? []
      : [{ do: 'fillColumns', span, record: register.table, columns }]
  })
}

function newlyTracked(register: Register, before: Pack, renames: Renames): string[] {
  const old = before.registers[nameBefore(renames.registers, register.id)]
  const fields = trackedOf(register).filter(
    ({ id }) => old?.fields[nameBefore(renames.of[register.id]?.fields ?? {}, id)]?.spec.tracked !== true,
  )
  return fields.flatMap((field) => columnsOf(field).map(({ name }) => name))
}

/** A column can be set aside when nothing is in it; else its type is what it is. */
async function keptColumns(db: Db, mismatches: readonly Mismatch[]): Promise<Refusal[]> {
  const found: Refusal[] = []
  for (const { at, table, column, is, wanted } of mismatches) {
    const records = await countIn(db, at.table, at.column)
    const where = { register: table, field: column, from: is, to: wanted }
    if (records > 0) found.push({ why: 'typeChanged', ...where, records })
  }
  return found
}

/** A changed type of a field is told once, by its name and not by that of its columns. */
function isTold(refusals: readonly Refusal[], found: Refusal): boolean {
  if (found.why !== 'typeChanged') return false
  return refusals.some(
    (told) =>
      told.why === 'typeChanged' &&
      found.register.startsWith(columnName(told.register)) &&
      found.field.startsWith(columnName(told.field.split('.').at(-1)!)),
  )
}

/** Throws unless a plan may be carried out; the message says everything that stands against it. */
export function mustBeAllowed(plan: Plan): void {
  const { refusals } = plan
  if (refusals.length === 0) return
  const lines = refusals.flatMap((refusal) => [sayRefusal('zh', refusal), `  ${sayRefusal('en', refusal)}`])
  throw new PlanProblem(lines.join('\n'), plan)
}
