// What the reader must reach on each document, and which documents are not there yet.
import type { Measure } from './scoring.ts'

/** F1. Titles and periods are right or wrong. */
export const floors: Readonly<Record<Measure, number>> = { tasks: 0.98, pairs: 0.97, roles: 0.95, deadlines: 0.95, recurrences: 0.9, meetings: 0.9, bodies: 0.85, title: 1, period: 1 }

type Lower = { floors: Partial<Record<Measure, number>>; why: string }

/** Documents that do not reach a floor yet: how far they come, and what is read wrongly in them. */
export const lowerFloors: Readonly<Record<string, Lower>> = {
  'statistics-bureau': { floors: { deadlines: 0.88 }, why: '《统计年鉴》10月出版 is not read as a time.' },
}

export const floorOf = (document: string, measure: Measure): number => lowerFloors[document]?.floors[measure] ?? floors[measure]
