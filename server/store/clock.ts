import { type Day, dayInShanghai } from '@anzhi/engine/calendar'
import type { Db } from './db.ts'
import { findSetting } from './districts.ts'

/** What time it is. In a demonstration it is the time of day of now, on the demonstration's own day. */
export async function clock(db: Db): Promise<{ today: Day; at: Date }> {
  const now = new Date()
  const day = await findSetting<Day>(db, 'demonstrationDay')
  if (day === undefined) return { today: dayInShanghai(now), at: now }
  const sinceMidnight = (now.getTime() + 8 * 3_600_000) % 86_400_000
  return { today: day, at: new Date(Date.parse(`${day}T00:00:00+08:00`) + sinceMidnight) }
}
