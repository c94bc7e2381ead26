// What the dates written in a task make of it: its own date, and what is owed on the way to it.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import type { ReadDeadline } from '#src/reader/reading.ts'
import { wordsRound, type DateWords } from './date-words.ts'
import { dayMeant, isUnreal } from './day-meant.ts'
import type { ImportedDue } from './due.ts'
import { Span } from './span.ts'

/** A date as it was read, kept with a task that has one to be asked about. */
export const WrittenDate = z.object({
  text: z.string(), year: z.number().int().optional(), month: z.number().int().optional(), day: z.number().int().optional(),
  yearly: z.boolean(), ongoing: z.boolean().optional(), unbound: z.boolean().optional(), span: Span,
})
export type WrittenDate = z.infer<typeof WrittenDate>

export const asRead = ({ text, yearly, span, year, month, day, ongoing, unbound }: WrittenDate): ReadDeadline => ({
  text, yearly, span,
  ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }),
  ...(ongoing === undefined ? {} : { ongoing }), ...(unbound === undefined ? {} : { unbound }),
})

const isBlank = ({ yearly, ongoing, unbound, year }: ReadDeadline): boolean => unbound === true || (!yearly && ongoing !== true && year === undefined)

/** Whether a date is one that somebody has to be asked about. */
export const isOpenDate = (deadline: ReadDeadline): boolean => isBlank(deadline) || isUnreal(deadline)

type BoundDate = { day: Day; date: ReadDeadline }

const boundDates = (deadlines: readonly ReadDeadline[]): BoundDate[] =>
  deadlines
    .filter(({ yearly, ongoing, unbound }) => !yearly && ongoing !== true && unbound !== true)
    .flatMap((date) => ((day) => (day === undefined ? [] : [{ day, date }]))(dayMeant(date)))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** The last bound date is the task's own; a blank beside it stays a doubt of its own. */
export function dueOfDates(deadlines: readonly ReadDeadline[]): ImportedDue {
  const unreal = deadlines.find(isUnreal)
  if (unreal !== undefined) return { kind: 'unbound', said: unreal.text }
  const last = boundDates(deadlines).at(-1)
  if (last !== undefined) return { kind: 'dated', day: last.day, said: last.date.text }
  const blank = deadlines.find(isBlank)
  if (blank !== undefined) return { kind: 'unbound', said: blank.text }
  const ongoing = deadlines.find((deadline) => deadline.ongoing === true)
  return ongoing === undefined ? { kind: 'undated' } : { kind: 'ongoing', said: ongoing.text }
}

/** Dates on the way to the task's own are owed once each, each in the words it stands in. @param text in which they stand */
export const earlierDates = (deadlines: readonly ReadDeadline[], text: string): (DateWords & { day: Day })[] =>
  boundDates(deadlines).slice(0, -1).map(({ day, date }) => ({ day, ...wordsRound(text, date, deadlines) }))
