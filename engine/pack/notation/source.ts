import type { Calendar } from '../../calendar/index.ts'
import type { ClockSpec } from './clock.ts'
import type { ExtensionSpec } from './extension.ts'
import type { FormSpec } from './form.ts'
import type { IndicatorSpec } from './indicator.ts'
import type { RegisterSpec } from './register.ts'
import type { ReportSpec } from './report.ts'

/**
 * The notation in which a pack is written. It holds data only: what is not JSON is refused by the check.
 * Words stand apart, in `words.zh` and `words.en`.
 */
export interface PackSource {
  id: string
  version: string
  /** Ids of the packs whose registers it may refer to. */
  buildsOn: string[]
  roles?: Record<string, RoleSpec>
  /** Option lists: ids in the order in which they are offered. */
  options?: Record<string, string[]>
  /** What options were called in earlier versions of the pack, by list: `{ grade: { major: 'serious' } }`. */
  renamed?: Record<string, Record<string, string | string[]>>
  registers?: Record<string, RegisterSpec>
  /** What it adds to the registers of the engine and of the packs it builds on. */
  extends?: Record<string, ExtensionSpec>
  indicators?: Record<string, IndicatorSpec>
  reports?: Record<string, ReportSpec>
  /** Tables that are sent up, with words `form.<id>`, `form.<id>.rows` and one for each column. */
  forms?: Record<string, FormSpec>
  /** Time limits, each with the words `clock.<id>` and `clock.<id>.source`. */
  clocks?: Record<string, ClockSpec>
  /** The working days that an installation begins with; of one pack only. Its holidays have words `holiday.<id>`. */
  calendar?: Calendar
  words: { zh: Record<string, string>; en: Record<string, string> }
}

export interface RoleSpec {
  /** What it was called in earlier versions of the pack. */
  was?: string | string[]
  /** `district` sees every record of its district, `organ` those that touch its own organ's subtree. */
  sees: 'district' | 'organ'
  /**
   * A body that coordinates (安委会, 安委办, 专班): it supervises, and may never perform an act marked
   * `enforcement`, on whatever path.
   */
  coordinating?: boolean
  /** May type what other organs did, each time with the paper that says so. */
  entersFor?: boolean
}

/** Lets the compiler see a pack while it is typed; returns it unchanged. */
export function pack(source: PackSource): PackSource {
  return source
}
