import type { IndicatorSpec } from '@anzhi/engine/pack'

/** What is counted over the registers of this pack, alike in every campaign. A withdrawn record never counts. */
export const indicators: Record<string, IndicatorSpec> = {
  // 家 counts a site once, 家次 every visit: 家 <= 家次.
  inspectedSites: { distinct: 'inspection', of: 'site', on: 'inspectedOn', unit: '家' },
  inspections: { count: 'inspection', on: 'inspectedOn', unit: '家次' },
  peopleSent: { sum: 'inspection', of: 'people', on: 'inspectedOn', unit: '人次' },
  hazardsFound: { count: 'hazard', on: 'foundOn', unit: '处' },
  majorHazards: { count: 'hazard', on: 'foundOn', unit: '处', where: { grade: 'major' } },
  // Of those found in the period: 整改率(截至), never above 100 %.
  hazardsFixed: { count: 'hazard', on: 'foundOn', unit: '处', where: { state: ['verified', 'struckOff'] } },
  fixedRate: { ratio: ['hazardsFixed', 'hazardsFound'], unit: '%', decimals: 2 },
  // A stock: whenever they were found, past their day and not looked at again with success.
  overdueHazards: {
    count: 'hazard',
    unit: '处',
    where: { state: ['found', 'notified', 'submitted'], due: { before: 'asOf' } },
  },
}
