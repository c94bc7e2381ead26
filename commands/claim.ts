// A contact says that their part of a task is done. It is a claim: the secretary accepts it or sends it back.
import { z } from 'zod'
import { command, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { reviewBy } from '#src/queries/queue.ts'
import type { Card } from '#templates/card.ts'
import { achievementMissing } from '#templates/claim-form.ts'
import { claimRecorded } from '#templates/claim-recorded.ts'
import { openClaimForm } from './claim-form.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { recordWithLinks } from './links-said.ts'
import { runOf } from './run-of.ts'
import { shownTask } from './task.ts'
import { TaskArgument } from './task-argument.ts'

export const claim = command({
  name: { zh: '办结', en: 'claim' },
  also: ['已完成', '完成', 'done'],
  usage: { zh: '办结 12 〔完成情况〕', en: 'claim 12 〔what was completed〕' },
  about: { zh: '申请办结：任务号和一句完成情况，由督查室审核', en: 'say that a task is done; the secretary reviews it' },
  then: { zh: '您的时限停止计算，等督查室审核；退回会告诉您原因。', en: 'Your clock stops until the secretary has reviewed it; if it comes back, you are told why.' },
  group: 'finish',
  may: 'claim',
  args: z.object({ task: TaskArgument, words: Words.default(''), unit: UnitId.optional(), form: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task, words, unit, form }, desk) {
    const found = ownTask(desk, task, unit)
    if (!found.ok) return refused(found.refusal, desk, runOf('claim', { task, words, unit }))
    const { own } = found
    if (words.trim() === '') return form ? { kind: 'form-errors', errors: achievementMissing(desk.lang) } : openClaimForm(own, desk)
    const secretaries = withRole(desk.directory, 'secretary').map(({ name }) => name)
    const recording = recordWithLinks({ type: 'claim', task: own.task, ...own.part, words }, [words], own, desk)
    return recorded(recording, desk, () => claimedCard(own, secretaries, desk), runOf('claim', { task, words, unit }), { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** The claim that waits; the task as it stands where it was taken back meanwhile. */
function claimedCard(own: OwnTask, secretaries: readonly string[], desk: Desk): Card {
  const { claim } = own.voice()
  if (claim === undefined) return shownTask(desk, own.plan, own.task)
  return claimRecorded({ task: own.card(), claim, time: desk.calendar.timeAt(claim.at, own.plan.zone), reviewBy: reviewBy({ plan: own.plan, calendar: desk.calendar }, claim.on), today: desk.today, secretaries }, desk.lang)
}
