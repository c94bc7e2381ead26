// What the reader must reach on each document, and which documents are not there yet.
import type { Measure } from './scoring.ts'

/** F1. Titles and periods are right or wrong. */
export const floors: Readonly<Record<Measure, number>> = { tasks: 0.98, pairs: 0.97, roles: 0.95, deadlines: 0.95, recurrences: 0.9, meetings: 0.9, bodies: 0.85, title: 1, period: 1 }

type Lower = { floors: Partial<Record<Measure, number>>; why: string }

/** Documents that do not reach a floor yet: how far they come, and what is read wrongly in them. */
export const lowerFloors: Readonly<Record<string, Lower>> = {
  'reclaimed-water-ministries': { floors: { pairs: 0.9, roles: 0.9 }, why: 'A bracket that stands between a title and its body is not read.' },
  'sea-farms-gazette': { floors: { meetings: 0.66 }, why: '专班负责日常推进，每月调度 is not read as a meeting of the team.' },
  'silver-economy-shared-sentence': { floors: { pairs: 0.77, roles: 0.77, recurrences: 0.66, meetings: 0.66 }, why: '以上两条由甲总负责，乙、丙分头落实 is not read for both items.' },
  'statistics-bureau': { floors: { pairs: 0.38, roles: 0.38, deadlines: 0.8, recurrences: 0.75, bodies: 0 }, why: '第4—6项由甲主办 and 以上两项：甲抓总 are not read; a date of the closing paragraph goes to the last item.' },
  'straw-township-speech': { floors: { pairs: 0, roles: 0, meetings: 0, bodies: 0 }, why: 'Offices of a township (镇党群办), and 具体抓, 交给, 一并参与, are not read; their tasks are asked about.' },
}

export const floorOf = (document: string, measure: Measure): number => lowerFloors[document]?.floors[measure] ?? floors[measure]
