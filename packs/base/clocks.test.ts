import { deadlineOf, explainDue } from '@anzhi/engine/calendar'
import { composePacks, findClock, wordOf } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import base from './pack.ts'

const composed = composePacks([base])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const pack = composed.value

function told(id: string, start: string, language: 'zh' | 'en' = 'zh') {
  const clock = findClock(pack, id)!
  const due = deadlineOf(pack.calendar, clock, start)
  if (!due.ok) throw new Error(JSON.stringify(due.problems))
  const word = (key: string) => wordOf(pack, language, key)
  const ground = { source: word(`clock.${id}.source`), standing: clock.standing }
  return { due: due.value.due, text: explainDue(due.value, language, word, ground) }
}

describe('the time limits of the base pack', () => {
  it.each([
    // Registered on the eve of National Day: the week off does not count, the weekend worked does.
    ['evidenceDecided', '2022-09-30', '2022-10-14'],
    ['penaltyDecided', '2022-07-05', '2022-10-03'],
    ['decisionServed', '2025-01-24', '2025-02-10'],
    ['hearingAsked', '2022-10-24', '2022-10-31'],
    ['hearingAnnounced', '2022-10-31', '2022-10-20'],
    // The fifteenth day is 3 October: paid on the first day that is worked.
    ['finePaid', '2022-09-18', '2022-10-08'],
    ['reminderWaits', '2024-02-05', '2024-02-23'],
    ['enforcementApplied', '2022-11-30', '2023-02-28'],
    ['accidentReported', '2022-10-31T23:40', '2022-11-01T00:40'],
    ['powerCutAnnounced', '2022-10-31T08:00', '2022-10-30T08:00'],
    ['equipmentTestAsked', '2022-03-31', '2022-02-28'],
    ['listingEnds', '2024-02-29', '2025-02-28'],
  ])('%s from %s is %s', (id, start, due) => {
    expect(told(id, start).due).toBe(due)
  })

  it('tell how they were counted and where they come from', () => {
    expect(told('evidenceDecided', '2022-09-30').text).toBe(
      '自2022年9月30日的次日起算7个工作日，跳过10月1日至7日（国庆节），10月8日至9日调休上班，计入，至2022年10月14日届满。依据：《行政处罚法》第五十六条、第八十五条。',
    )
    expect(told('listingFiled', '2022-10-31', 'en').text).toBe(
      '3 working days from the day after 31 October 2022; the last day is 3 November 2022. After a local rule: one city’s rules on listed hazards; where your own place has another, that one holds.',
    )
    expect(told('onSiteMeasureEnds', '2022-10-31').text).toBe(
      '自2022年10月31日的次日起算6个月，至2023年4月30日届满。出处：一套执法文书模板的取值，尚未与原文核对，使用前请核对。',
    )
  })

  it('name an article wherever they stand as law', () => {
    for (const { id, standing } of Object.values(pack.clocks)) {
      const source = wordOf(pack, 'zh', `clock.${id}.source`)
      expect(/^《.+》第.+条/.test(source), id).toBe(standing === 'law')
    }
  })

  it('count in working days where their own law says that the days are working days', () => {
    for (const { id, unit, count } of Object.values(pack.clocks)) {
      const source = wordOf(pack, 'zh', `clock.${id}.source`)
      const byPenaltyLaw = source.startsWith('《行政处罚法》') && [2, 3, 5, 7].includes(count)
      const byCoercionLaw = source.startsWith('《行政强制法》') && count <= 10 && unit !== 'month'
      if (byPenaltyLaw || byCoercionLaw) expect([id, unit]).toEqual([id, 'workingDay'])
    }
  })
})

it('an installation has one calendar, and a limit one owner', () => {
  const other = { id: 'other', version: '1', buildsOn: ['base'], words: { zh: {}, en: {} } }
  const found = composePacks([
    base,
    { ...other, calendar: base.calendar, clocks: { finePaid: base.clocks!.finePaid! } },
  ])
  expect(found).toEqual({
    ok: false,
    problems: [
      { path: 'other/clocks/finePaid', code: 'ownedTwice', given: 'finePaid' },
      { path: 'other/calendar', code: 'ownedTwice', given: 'calendar' },
    ],
  })
})
