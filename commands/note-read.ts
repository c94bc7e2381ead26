// 知道了: a leader has read what they were told of.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Day } from '#src/calendar/day.ts'
import type { LeaderNote } from '#src/ledger/leader-note.ts'
import { leaderNoteRead } from '#templates/leader-notes.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument } from './task-argument.ts'

export const noteRead = command({
  name: { zh: '阅知', en: 'note-read' },
  usage: { zh: '阅知 12', en: 'note-read 12' },
  about: { zh: '报给您的事项已阅', en: 'say that you have read what you were told' },
  then: { zh: '记下您已阅，不再列在等您决定的里。', en: 'It is kept that you read it, and it leaves what waits for you.' },
  group: 'instruct',
  may: 'answer-leader-note',
  args: z.object({ task: TaskArgument, due: Day.optional() }),
  typed: ([task]) => ({ task }),
  run({ task: asked, due }, desk) {
    const isOwn = (note: LeaderNote): boolean => 'to' in note && note.to === desk.asker?.id && (due === undefined || note.due === due)
    const found = findTask(desk, asked, (plan, no) => plan.tasks.get(no)?.course?.leaderNotes?.some(isOwn) === true)
    if (!found.ok) return refused(found.refusal, desk, runOf('note-read', { task: asked, due }))
    const { plan, task } = found
    const note = plan.tasks.get(task)?.course?.leaderNotes?.findLast(isOwn)
    if (note === undefined) return refused({ code: 'leader-note-not-yours', task }, desk)
    return recorded(desk.record(plan.id, { type: 'answer-leader-note', task, due: note.due }), desk, () => leaderNoteRead(cardOf(desk, plan, task), desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
