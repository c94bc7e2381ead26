// What the reader must reach on each document, and which documents are not there yet.
import type { Measure } from './scoring.ts'

/** F1. Titles and periods are right or wrong. */
export const floors: Readonly<Record<Measure, number>> = { tasks: 0.98, pairs: 0.97, roles: 0.95, deadlines: 0.95, recurrences: 0.9, meetings: 0.9, bodies: 0.85, title: 1, period: 1 }

type Lower = { floors: Partial<Record<Measure, number>>; why: string }

/** Documents that do not reach a floor yet: how far they come, and what is read wrongly in them. */
export const lowerFloors: Readonly<Record<string, Lower>> = {
  'city-renewal': { floors: { deadlines: 0.94, meetings: 0.66 }, why: '2026年12月底前一期工程投入运行 is not seen as a time; 各专班每周调度一次 is read as a duty, not as a meeting of each team.' },
  'county-science': { floors: { recurrences: 0.83 }, why: '每季度发布一批 is not read as once a quarter.' },
  'elder-care-one-line': { floors: { title: 0 }, why: 'The title runs on from the notice without a sign between them, and is not found.' },
  'food-safety-pages': { floors: { period: 0 }, why: '自2025年7月至2027年6月 is not read as the years of the plan.' },
  'health-alliance': { floors: { pairs: 0.96 }, why: '由A牵头，B、C配合 at the beginning of an item, before what is to be done, is not read.' },
  'housing-flattened': { floors: { pairs: 0.96 }, why: 'The name of one unit is broken over two lines, and read as two units.' },
  'investment-web-page': { floors: { recurrences: 0.66 }, why: '每季度发布一批 is not read as once a quarter.' },
  'primary-care-parts': { floors: { recurrences: 0.84 }, why: '每半年举办一期 is not read as once; 每年接受集中培训不少于10天 is not read at all.' },
}

export const floorOf = (document: string, measure: Measure): number => lowerFloors[document]?.floors[measure] ?? floors[measure]
