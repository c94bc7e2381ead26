// 报领导: what is long overdue goes to the leader in charge of that section when a secretary sends it, in words that she has read; by itself only where the plan's setting says so.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitName, withRole } from '#src/directory/directory.ts'
import { PersonId, Words, type TaskNo } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { leaderNotesByItself, leaderNotesSent, leaderNotesWaiting, leaderNoteWaits, type LeaderNoteWaits } from '#src/queries/leader-notes.ts'
import { saidSince } from '#src/queries/said-since.ts'
import { personName } from '#src/queries/person-name.ts'
import type { View } from '#src/queries/view.ts'
import { leaderDropForm, leaderNoteForm, leaderNoteMissing, leaderNoteRecorded, leaderNotesCard, leaderNoteWords, type LeaderNoteDone, type LeaderNoteDraft } from '#templates/leader-notes.ts'
import { allViews } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { viewOf } from './view-of.ts'

const dropWords: readonly string[] = ['不报', 'drop']

export const leaderNotes = command({
  name: { zh: '报领导', en: 'leader-notes' },
  usage: { zh: '报领导（或：报领导 12、报领导 12 不报 已当面汇报）', en: 'leader-notes (or: leader-notes 12, leader-notes 12 drop told in person)' },
  about: { zh: '逾期久的事项报分管领导：先看草稿，改后发，或不报', en: 'tell the leader in charge what is long overdue: read the draft, change and send it, or do not' },
  then: { zh: '您点发出才发给领导（提醒设置里另设了“自动报领导”的除外）；谁发的、发给谁、什么时候都记在台账上。', en: 'It goes to a leader when you send it (unless leader-by-itself is set for the plan); who sent what to whom is on record.' },
  group: 'review',
  may: 'send-leader-note',
  /** `send`: as it is drafted, or with the words given. `form`: the form comes back. */
  args: z.object({ task: TaskArgument.optional(), to: z.string().max(60).optional(), words: Words.default(''), send: z.boolean().default(false), drop: z.boolean().default(false), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...rest]) => {
    const [first = '', ...reason] = rest
    if (dropWords.includes(first)) return { task, drop: true, reason: reason.join(' ') }
    return task === undefined ? {} : { task, words: rest.join(' ') }
  },
  run({ task: asked, to, words, send, drop, reason, form }, desk) {
    if (asked === undefined) return answered(listCard(desk))
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, runOf('leader-notes', { task: asked, words, drop, reason }))
    const { plan, task } = found
    const view = viewOf(desk, plan)
    const known = plan.tasks.get(task)
    const waits = known === undefined ? undefined : leaderNoteWaits(view, known)
    if (waits === undefined) return notWaiting(view, task, desk)
    const draft = draftOf(view, waits, desk)
    const run = (more: Parameters<typeof runOf>[1] = {}) => runOf('leader-notes', { task: taskName(plan.id, task), ...more })
    return drop ? dropNote(draft, reason, form, run({ drop: true }), desk) : sendNote(draft, { to, words, isMeant: send || form }, form, run(), desk)
  },
})

type Made = ReturnType<typeof runOf>

function sendNote(draft: LeaderNoteDraft, { to, words, isMeant }: { to: string | undefined; words: string; isMeant: boolean }, form: boolean, run: Made, desk: Desk): Promise<Answer> | Answer {
  const leaders = withRole(desk.directory, 'leader')
  if (leaders.length === 0) return refused({ code: 'leader-none' }, desk)
  const only = draft.inCharge.length === 1 ? draft.inCharge[0]?.id : undefined
  const leader = leaders.find(({ id }) => id === (to ?? (form ? undefined : only)))
  if (form && leader === undefined) return { kind: 'form-errors', errors: leaderNoteMissing('to', desk.lang) }
  if (form && words.trim() === '') return { kind: 'form-errors', errors: leaderNoteMissing('words', desk.lang) }
  if (!isMeant || leader === undefined) return { kind: 'form', form: leaderNoteForm(words.trim() === '' ? draft : { ...draft, words }, leaders, run, desk.lang) }
  const said = words.trim() === '' ? draft.words : words
  const { plan, number: task } = draft.task
  return recorded(desk.record(plan, { type: 'send-leader-note', task, due: draft.due, to: PersonId.parse(leader.id), words: said }), desk, () => leaderNoteRecorded({ task: draft.task, to: leader.name, words: said }, waitingCount(desk), desk.lang), undefined, { about: [{ plan, task }] })
}

function dropNote(draft: LeaderNoteDraft, reason: string, form: boolean, run: Made, desk: Desk): Promise<Answer> | Answer {
  if (reason.trim() === '') return form ? { kind: 'form-errors', errors: leaderNoteMissing('reason', desk.lang) } : { kind: 'form', form: leaderDropForm(draft, run, desk.lang) }
  const { plan, number: task } = draft.task
  return recorded(desk.record(plan, { type: 'drop-leader-note', task, due: draft.due, reason }), desk, () => leaderNoteRecorded({ task: draft.task }, waitingCount(desk), desk.lang), undefined, { about: [{ plan, task }] })
}

const waitingCount = (desk: Desk): number => allViews(desk).flatMap(leaderNotesWaiting).length

function listCard(desk: Desk) {
  const views = allViews(desk)
  const done = views.flatMap((view) => leaderNotesSent(view).map((note): LeaderNoteDone & { at: string } => ({ task: named(view, note.task), to: personName(desk.directory, note.to) ?? note.to, on: note.on, at: note.at, by: personName(desk.directory, note.by) ?? '', words: note.words })))
  const waiting = views.flatMap((view) => leaderNotesWaiting(view).map((waits) => draftOf(view, waits, desk)))
  const byItself = views.flatMap((view) => leaderNotesByItself(view).map((waits) => ({ ...draftOf(view, waits, desk), to: waits.to.name })))
  return leaderNotesCard({ waiting, byItself, done: done.toSorted((a, b) => (a.at < b.at ? 1 : -1)) }, desk.today, desk.lang)
}

const named = ({ plan }: View, task: TaskNo): LeaderNoteDraft['task'] => ({ plan: plan.id, number: task, title: plan.tasks.get(task)?.title ?? '' })

function draftOf(view: View, waits: LeaderNoteWaits, { lang, today }: Desk): LeaderNoteDraft {
  const { task, unit, due, workingDaysOver, inCharge } = waits
  const facts = { task: named(view, task), unit: unitName(view.directory, unit), due, workingDaysOver, said: saidSince(view, waits) }
  return { ...facts, section: view.plan.tasks.get(task)?.section ?? '', inCharge, words: leaderNoteWords(facts, view.directory, today, lang) }
}

/** Dealt with for the date that stands, or nothing to tell. */
function notWaiting({ plan }: View, task: TaskNo, desk: Desk): Promise<Answer> | Answer {
  const last = plan.tasks.get(task)?.course?.leaderNotes?.at(-1)
  return refused(last === undefined ? { code: 'leader-note-none', task, after: policyOf(plan).leaderAfter } : { code: 'leader-note-settled', task, on: last.on, by: last.by }, desk)
}
