// 报领导: what is long overdue is told to the leader in charge by a secretary, who sees the words first; or it is not, with a reason.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { PersonId, TaskNo, Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

/** `due`: the date that has passed. Another date asks anew. */
const of = { task: TaskNo, due: Day }
export const LeaderNoteSent = z.strictObject({ type: z.literal('leader-note-sent'), ...of, to: PersonId, words: Words })
export const LeaderNoteDropped = z.strictObject({ type: z.literal('leader-note-dropped'), ...of, reason: Words })
/** What the leader made of it: taken note of, or an instruction (`made`). */
export const LeaderNoteAnswered = z.strictObject({ type: z.literal('leader-note-answered'), ...of, how: z.enum(['noted', 'instruction']), made: TaskNo.optional() })
export type LeaderNoteAnswered = z.infer<typeof LeaderNoteAnswered>
export const LeaderNoteEvent = z.discriminatedUnion('type', [LeaderNoteSent, LeaderNoteDropped, LeaderNoteAnswered])
export type LeaderNoteEvent = z.infer<typeof LeaderNoteEvent>

export type LeaderNote = { due: Day; on: Day; at: Instant; by: Actor } & ({ to: PersonId; words: string; answered?: { how: LeaderNoteAnswered['how']; on: Day; at: Instant; made?: TaskNo } } | { dropped: string })

export type LeaderNoteIntent = { task: TaskNo; due: Day } & ({ type: 'send-leader-note'; to: PersonId; words: string } | { type: 'drop-leader-note'; reason: string } | { type: 'answer-leader-note' })

/** Once for a date. */
export function decideLeaderNote(notes: readonly LeaderNote[], intent: LeaderNoteIntent, { by }: Stamp): Decision<LeaderNoteEvent> {
  const { task, due } = intent
  const before = notes.find((note) => note.due === due)
  if (intent.type === 'answer-leader-note') {
    if (before === undefined || !('to' in before) || before.to !== by) return refuse({ code: 'leader-note-not-yours', task })
    return before.answered === undefined ? accept({ type: 'leader-note-answered', task, due, how: 'noted' }) : accept()
  }
  if (before !== undefined) return refuse({ code: 'leader-note-settled', task, on: before.on, by: before.by })
  if (intent.type === 'drop-leader-note') return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'leader-note-dropped', task, due, reason: intent.reason })
  return intent.words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'leader-note-sent', task, due, to: intent.to, words: intent.words })
}

/** Never refuses. */
export function evolveLeaderNotes(notes: readonly LeaderNote[], event: LeaderNoteEvent, { on, at, by }: Stamp): LeaderNote[] {
  if (event.type === 'leader-note-answered') {
    const { how, made } = event
    return notes.map((note) => (note.due === event.due && 'to' in note ? { ...note, answered: { how, on, at, ...present({ made }) } } : note))
  }
  const note = { due: event.due, on, at, by }
  return [...notes, event.type === 'leader-note-sent' ? { ...note, to: event.to, words: event.words } : { ...note, dropped: event.reason }]
}
