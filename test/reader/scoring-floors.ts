// What the reader must reach on each document, and which documents are not there yet.
import type { Measure } from './scoring.ts'

/** F1. Titles and periods are right or wrong. */
export const floors: Readonly<Record<Measure, number>> = { tasks: 0.98, pairs: 0.97, roles: 0.95, deadlines: 0.95, recurrences: 0.9, meetings: 0.9, bodies: 0.85, title: 1, period: 1 }

type Lower = { floors: Partial<Record<Measure, number>>; why: string }

/** Documents that do not reach a floor yet: how far they come, and what is read wrongly in them. */
export const lowerFloors: Readonly<Record<string, Lower>> = {
  'business-zone-parts': { floors: { tasks: 0, pairs: 0, roles: 0, deadlines: 0, recurrences: 0.22 }, why: 'Part 1 and 01 are not read as numbers, so that no item is a task.' },
  'food-safety-ledger': { floors: { meetings: 0, bodies: 0 }, why: '县食安委 is not known as a body that meets.' },
  'renewal-italics': { floors: { tasks: 0, pairs: 0, roles: 0, deadlines: 0, recurrences: 0.2, meetings: 0, period: 0 }, why: 'Numbers of three parts (2.1.1) in points of Markdown, and clauses in italics, are not read.' },
  'statistics-bureau': { floors: { deadlines: 0.88 }, why: '《统计年鉴》10月出版 is not read as a time.' },
  'tea-teams': { floors: { recurrences: 0.25, meetings: 0.66, title: 0 }, why: 'Duties below a line of their own are not put with the item above; the years below the title are no part of it.' },
}

export const floorOf = (document: string, measure: Measure): number => lowerFloors[document]?.floors[measure] ?? floors[measure]
