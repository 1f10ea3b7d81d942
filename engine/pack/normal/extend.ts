import type { ActSpec, By, ExtensionSpec, PackSource, RegisterSpec } from '../notation/index.ts'
import { withApprovals } from './approval.ts'
import { list } from './names.ts'

/**
 * The packs with every register as all of them together declare it: what the owner says, and what others add.
 * Approvals are written out.
 */
export function extendSources(sources: readonly PackSource[]): PackSource[] {
  return sources.map((source) => {
    if (source.registers === undefined) return source
    const registers = Object.entries(source.registers).map(([id, spec]) => {
      const extensions = sources.flatMap((other) => (other === source ? [] : (other.extends?.[id] ?? [])))
      return [id, withApprovals(extensions.reduce(extendRegister, spec))] as const
    })
    return { ...source, registers: Object.fromEntries(registers) }
  })
}

/** What is there already stays as it is. */
function extendRegister(spec: RegisterSpec, { by, fields = {}, acts }: ExtensionSpec): RegisterSpec {
  const opened = by === undefined ? spec : openTo(spec, list(by))
  const { create, life } = opened
  return {
    ...opened,
    fields: { ...fields, ...opened.fields },
    create:
      create.takes === undefined ? create : { ...create, takes: [...create.takes, ...Object.keys(fields)] },
    ...(acts === undefined
      ? {}
      : { life: { states: life?.states ?? ['recorded'], acts: { ...acts, ...life?.acts } } }),
  }
}

function openTo(spec: RegisterSpec, roles: string[]): RegisterSpec {
  const right = (by: By): By => ({ ...by, role: [...new Set([...list(by.role), ...roles])] })
  const wider = <Act extends { by: By | By[] }>(act: Act): Act => ({
    ...act,
    by: Array.isArray(act.by) ? act.by.map(right) : right(act.by),
  })
  const acts = Object.entries(spec.life?.acts ?? {}).map(([id, act]): [string, ActSpec] => [id, wider(act)])
  return {
    ...spec,
    create: wider(spec.create),
    correct: wider(spec.correct),
    withdraw: wider(spec.withdraw),
    ...(spec.life === undefined ? {} : { life: { ...spec.life, acts: Object.fromEntries(acts) } }),
  }
}
